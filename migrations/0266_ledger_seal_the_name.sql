-- A bank needs the full name and the bank of an account: they are sealed together with its number, so that nothing new is kept in clear.

comment on column ledger.batch_lines.bank_account is 'Account, full name and bank of the payee, sealed as one text; opened only into the bank file.';
comment on column ledger.batch_lines.payee_label is 'The name of the payee as pages show it: masked.';
comment on column benefits.entitlements.payee_account is 'Account, full name and bank, sealed as one text under the person.';
comment on column benefits.entitlements.payee_label is 'The masked name of whom the account belongs to, as pages of the ledger show it.';
