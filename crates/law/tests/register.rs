//! Registers: the tables agree with themselves, records survive reading and writing, the law's checks name the field.

mod checks;
mod index_no;
mod tables;
mod template;
mod text;

use law::register::{Field, FieldFault, Record, Register, Values, text_to_value};

/// Values read from written text, as an import or a form reads them.
fn values_of(register: Register, texts: &[(&str, &str)]) -> Values {
    texts
        .iter()
        .map(|(key, text)| {
            let field = field(register, key);
            (field.key, text_to_value(field, text).unwrap())
        })
        .collect()
}

/// The template's example with some fields written otherwise (an empty text writes nothing).
fn changed_example(register: Register, changes: &[(&str, &str)]) -> Result<Record, Vec<FieldFault>> {
    let template = register.template();
    let mut values: Values = register
        .fields()
        .iter()
        .zip(&template.columns)
        .map(|(field, column)| (field.key, text_to_value(field, column.example).unwrap()))
        .collect();
    values.extend(values_of(register, changes));
    Record::parse(register, &values)
}

fn field(register: Register, key: &str) -> &'static Field {
    register.field(key).unwrap_or_else(|| panic!("{} has no field {key}", register.key()))
}
