//! Rows without label between rows with one: they are known only if exactly as many stand there as the
//! form has rows between.

use law::report::{Form, RequestRow};

/// Gives each found row its row of the form, where that is certain. `labels` are the found rows in order.
pub(in crate::tables) fn align(labels: &[Option<RequestRow>], form: Form) -> Vec<Option<RequestRow>> {
    let rows: Vec<RequestRow> = form.request_rows().iter().map(|label| label.row).collect();
    let place = |row: RequestRow| rows.iter().position(|each| *each == row);
    let anchors: Vec<(usize, usize)> = labels
        .iter()
        .enumerate()
        .filter_map(|(index, label)| Some((index, label.and_then(place)?)))
        .collect();
    let mut aligned = vec![None; labels.len()];
    if anchors.windows(2).any(|pair| matches!(pair, [(_, a), (_, b)] if a >= b)) {
        // Labels that do not follow the form's order prove nothing about the rows between them.
        return aligned;
    }
    for (index, row) in &anchors {
        set(&mut aligned, *index, rows.get(*row));
    }
    for pair in anchors.windows(2) {
        let [(from, first), (to, last)] = pair else { continue };
        if to - from == last - first {
            for step in 1..to - from {
                set(&mut aligned, from + step, rows.get(first + step));
            }
        }
    }
    aligned
}

fn set(aligned: &mut [Option<RequestRow>], index: usize, row: Option<&RequestRow>) {
    if let (Some(place), Some(row)) = (aligned.get_mut(index), row) {
        *place = Some(*row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_between_labels_are_known_by_their_number() {
        let (new, carried_in, out) = (RequestRow::New, RequestRow::CarriedIn, RequestRow::CarriedOut);
        let mut labels = vec![None; 23];
        labels[0] = Some(new);
        labels[1] = Some(carried_in);
        labels[22] = Some(out);
        let aligned = align(&labels, Form::F2019);
        assert!(aligned.iter().all(Option::is_some));
        assert_eq!(aligned[20], Some(RequestRow::OtherDisposal));
        let aligned = align(&labels, Form::F2021);
        assert_eq!(aligned.iter().flatten().count(), 3);
    }

    #[test]
    fn labels_out_of_order_align_nothing() {
        let labels = [Some(RequestRow::New), Some(RequestRow::Total), Some(RequestRow::Granted)];
        assert_eq!(align(&labels, Form::F2021), [None, None, None]);
    }
}
