CREATE TABLE invoices (id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME invoice_numbers), n text);
CREATE TABLE bills (id bigint GENERATED ALWAYS AS IDENTITY, n text);
