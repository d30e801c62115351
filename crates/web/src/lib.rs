//! HTML in, HTML out: the public portal and the staff desk.
