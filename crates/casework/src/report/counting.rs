//! Counting: one GROUP BY for each measure, whatever the number of cells or names that read it.

use std::collections::{BTreeMap, BTreeSet};

use law::{
    measure::{Dimension, Measure, Year, dimension::UNIT},
    register::Register,
    report::{
        Counts, Form, needs,
        prose::{Amounts, Name},
    },
};
use store::{OrganId, Read};

use crate::Result;

/// Every measure that fills a cell of the form.
pub(super) async fn counts(read: &mut Read, organ: &OrganId, year: Year, form: Form) -> Result<Counts> {
    let mut counts = Counts::default();
    for (measure, dimensions) in needs(form) {
        counts.put(measure, groups(read, organ, measure, year, &dimensions).await?);
    }
    Ok(counts)
}

/// The groups of a measure. A measure over declared figures has none where nobody declared: that is no zero.
async fn groups(
    read: &mut Read,
    organ: &OrganId,
    measure: &Measure,
    year: Year,
    dimensions: &[&Dimension],
) -> Result<Vec<(Vec<String>, i64)>> {
    if dimensions.is_empty() {
        let whole = whole(read, organ, measure, year).await?;
        return Ok(whole.map(|amount| (Vec::new(), amount)).into_iter().collect());
    }
    let dimensions: Vec<Dimension> = dimensions.iter().map(|dimension| **dimension).collect();
    let counts = read.count(organ, measure, year, &dimensions).await?;
    Ok(counts.into_iter().map(|count| (count.values, count.amount)).collect())
}

/// A measure as one number; none for a declared figure that nobody declared.
pub(super) async fn whole(
    read: &mut Read,
    organ: &OrganId,
    measure: &Measure,
    year: Year,
) -> Result<Option<i64>> {
    if measure.register != Register::DeclaredFigure {
        return Ok(Some(read.total(organ, measure, year).await?));
    }
    let by_unit = read.count(organ, measure, year, &[UNIT]).await?;
    Ok((!by_unit.is_empty()).then(|| by_unit.iter().map(|count| count.amount).sum()))
}

/// What the registers count for names in prose.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// The numbers, as the records alone give them.
    pub(super) amounts: Amounts,
    /// Names whose number is only a lower bound, with how many things cannot be judged.
    pub(super) uncertain: BTreeMap<Name, i64>,
}

/// Counts what these names mean.
pub(super) async fn named(
    read: &mut Read,
    organ: &OrganId,
    year: Year,
    names: &BTreeSet<Name>,
) -> Result<Named> {
    let mut named = Named::default();
    let mut questions: BTreeMap<(&str, bool, Option<&str>), Vec<&Name>> = BTreeMap::new();
    for name in names {
        let dimension = name.part.map(|(dimension, _)| dimension);
        questions.entry((name.measure, name.last_year, dimension)).or_default().push(name);
    }
    for ((_, last_year, dimension), names) in questions {
        let Some(measure) = names.first().and_then(|name| name.measure()) else { continue };
        let Some(year) = (if last_year { year.previous() } else { Some(year) }) else { continue };
        if let Some(unknown) = measure.unknown {
            let doubtful = read.total(organ, unknown, year).await?;
            if doubtful > 0 {
                named.uncertain.extend(names.into_iter().map(|name| (name.clone(), doubtful)));
                continue;
            }
        }
        let Some(dimension) = dimension.and_then(|key| measure.dimension(key)) else {
            let amount = whole(read, organ, measure, year).await?;
            named.amounts.extend(names.into_iter().filter_map(|name| Some((name.clone(), amount?))));
            continue;
        };
        let groups = read.count(organ, measure, year, &[*dimension]).await?;
        for name in names {
            let value = name.part.map_or("", |(_, value)| value);
            let of_value = groups.iter().filter(|count| count.values.iter().any(|v| v == value));
            named.amounts.insert(name.clone(), of_value.map(|count| count.amount).sum());
        }
    }
    Ok(named)
}
