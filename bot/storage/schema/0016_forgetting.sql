-- Whose words are beside credits, payments and acts: who wants to be forgotten waits for no other's rows.
CREATE INDEX ledger_admin ON ledger (admin) WHERE admin IS NOT NULL;
CREATE INDEX payments_admin ON payments (admin) WHERE admin IS NOT NULL;
CREATE INDEX admin_acts_admin ON admin_acts (admin) WHERE admin IS NOT NULL;
CREATE INDEX inbox_parked ON inbox (update_id) WHERE state = 'parked';

-- Which group a wallet is of, once that became a supergroup.
CREATE INDEX groups_wallet ON groups (wallet) WHERE wallet IS NOT NULL;
