-- The ledger: append-only, in whole minor units, refused again by the database.
-- An entry's postings and vouchers are inserted first, its header last: without a header they are
-- no part of the journal, with it they are complete and balance. Triggers refuse, they never compute.

CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 64),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 64),
    name TEXT NOT NULL CHECK (length(name) > 0),
    type INTEGER NOT NULL CHECK (type BETWEEN 1 AND 5),
    opened TEXT CHECK (opened GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    closed TEXT CHECK (closed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE fund (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 64),
    name TEXT NOT NULL CHECK (length(name) > 0),
    currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    established TEXT CHECK (established GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    closed TEXT CHECK (closed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    authority TEXT
) STRICT;

CREATE TABLE donor (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 64),
    name TEXT NOT NULL CHECK (length(name) > 0)
) STRICT;

CREATE TABLE entry (
    sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
    id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 64),
    date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
    description TEXT NOT NULL CHECK (length(description) > 0),
    document_date TEXT CHECK (document_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reference TEXT,
    period_start TEXT CHECK (period_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    period_end TEXT CHECK ((period_end IS NULL) = (period_start IS NULL) AND (period_end IS NULL OR period_end >= period_start)),
    restates_start TEXT CHECK ((restates_start IS NOT NULL) = (kind = 5)),
    restates_end TEXT CHECK ((restates_end IS NULL) = (restates_start IS NULL) AND (restates_end IS NULL OR restates_end >= restates_start)),
    reverses TEXT CHECK ((reverses IS NOT NULL) = (kind = 4)),
    prepared_by TEXT,
    approved_by TEXT,
    authority TEXT,
    posting_count INTEGER NOT NULL CHECK (posting_count >= 2),
    voucher_count INTEGER NOT NULL CHECK (voucher_count >= 0),
    recorded_seconds INTEGER NOT NULL,
    recorded_nanoseconds INTEGER NOT NULL CHECK (recorded_nanoseconds BETWEEN 0 AND 999999999),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE UNIQUE INDEX entry_reverses ON entry (reverses) WHERE reverses IS NOT NULL;

CREATE TABLE posting (
    sequence INTEGER NOT NULL,
    line INTEGER NOT NULL CHECK (line > 0),
    account INTEGER NOT NULL REFERENCES account (id),
    fund INTEGER NOT NULL REFERENCES fund (id),
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    donor INTEGER REFERENCES donor (id),
    agreement TEXT,
    project TEXT,
    counterparty TEXT,
    due_date TEXT CHECK (due_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    transaction_amount INTEGER,
    transaction_currency TEXT CHECK ((transaction_currency IS NULL) = (transaction_amount IS NULL)),
    rate TEXT CHECK ((rate IS NULL) = (transaction_amount IS NULL)),
    PRIMARY KEY (sequence, line),
    CHECK (amount <> 0 OR transaction_amount IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE voucher (
    sequence INTEGER NOT NULL,
    line INTEGER NOT NULL CHECK (line > 0),
    name TEXT NOT NULL CHECK (length(name) > 0),
    sha256 BLOB CHECK (length(sha256) = 32),
    PRIMARY KEY (sequence, line)
) STRICT, WITHOUT ROWID;

-- Nothing changes and nothing disappears.

CREATE TRIGGER migration_no_update BEFORE UPDATE ON migration BEGIN SELECT RAISE(ABORT, 'The list of migrations cannot be changed.'); END;
CREATE TRIGGER migration_no_delete BEFORE DELETE ON migration BEGIN SELECT RAISE(ABORT, 'The list of migrations cannot be changed.'); END;
CREATE TRIGGER setting_no_update BEFORE UPDATE ON setting BEGIN SELECT RAISE(ABORT, 'A setting of the books cannot be changed.'); END;
CREATE TRIGGER setting_no_delete BEFORE DELETE ON setting BEGIN SELECT RAISE(ABORT, 'A setting of the books cannot be deleted.'); END;
CREATE TRIGGER account_no_update BEFORE UPDATE ON account BEGIN SELECT RAISE(ABORT, 'An account cannot be changed.'); END;
CREATE TRIGGER account_no_delete BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'An account cannot be deleted.'); END;
CREATE TRIGGER fund_no_update BEFORE UPDATE ON fund BEGIN SELECT RAISE(ABORT, 'A fund cannot be changed.'); END;
CREATE TRIGGER fund_no_delete BEFORE DELETE ON fund BEGIN SELECT RAISE(ABORT, 'A fund cannot be deleted.'); END;
CREATE TRIGGER donor_no_update BEFORE UPDATE ON donor BEGIN SELECT RAISE(ABORT, 'A donor cannot be changed.'); END;
CREATE TRIGGER donor_no_delete BEFORE DELETE ON donor BEGIN SELECT RAISE(ABORT, 'A donor cannot be deleted.'); END;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'A posted entry cannot be changed: reverse it and post a new one.'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'A posted entry cannot be deleted: reverse it.'); END;
CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'A posting cannot be changed: reverse its entry and post a new one.'); END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'A posting cannot be deleted: reverse its entry.'); END;
CREATE TRIGGER voucher_no_update BEFORE UPDATE ON voucher BEGIN SELECT RAISE(ABORT, 'A voucher cannot be changed.'); END;
CREATE TRIGGER voucher_no_delete BEFORE DELETE ON voucher BEGIN SELECT RAISE(ABORT, 'A voucher cannot be deleted.'); END;

-- REPLACE deletes without firing a delete trigger (recursive_triggers is off by default), so what is
-- there already is refused before the insert.

CREATE TRIGGER setting_no_replace BEFORE INSERT ON setting
WHEN EXISTS (SELECT 1 FROM setting WHERE key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'A setting of the books cannot be replaced.'); END;

CREATE TRIGGER migration_no_replace BEFORE INSERT ON migration
WHEN EXISTS (SELECT 1 FROM migration WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'A migration cannot be replaced.'); END;

CREATE TRIGGER account_no_replace BEFORE INSERT ON account
WHEN EXISTS (SELECT 1 FROM account WHERE code = NEW.code OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'An account cannot be replaced.'); END;

CREATE TRIGGER fund_no_replace BEFORE INSERT ON fund
WHEN EXISTS (SELECT 1 FROM fund WHERE code = NEW.code OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'A fund cannot be replaced.'); END;

CREATE TRIGGER donor_no_replace BEFORE INSERT ON donor
WHEN EXISTS (SELECT 1 FROM donor WHERE code = NEW.code OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'A donor cannot be replaced.'); END;

CREATE TRIGGER posting_checks BEFORE INSERT ON posting BEGIN
    SELECT RAISE(ABORT, 'A posting cannot be added to an entry that is posted.')
    WHERE EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.sequence);
    SELECT RAISE(ABORT, 'A posting cannot be replaced.')
    WHERE EXISTS (SELECT 1 FROM posting WHERE sequence = NEW.sequence AND line = NEW.line);
    SELECT RAISE(ABORT, 'A posting names an account that there is none of.')
    WHERE NOT EXISTS (SELECT 1 FROM account WHERE id = NEW.account);
    SELECT RAISE(ABORT, 'A posting names a donor that there is none of.')
    WHERE NEW.donor IS NOT NULL AND NOT EXISTS (SELECT 1 FROM donor WHERE id = NEW.donor);
    SELECT RAISE(ABORT, 'A posting is in the currency of its fund.')
    WHERE NOT EXISTS (SELECT 1 FROM fund WHERE id = NEW.fund AND currency = NEW.currency);
END;

CREATE TRIGGER voucher_checks BEFORE INSERT ON voucher BEGIN
    SELECT RAISE(ABORT, 'A voucher cannot be added to an entry that is posted.')
    WHERE EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.sequence);
    SELECT RAISE(ABORT, 'A voucher cannot be replaced.')
    WHERE EXISTS (SELECT 1 FROM voucher WHERE sequence = NEW.sequence AND line = NEW.line);
END;

CREATE TRIGGER entry_checks BEFORE INSERT ON entry BEGIN
    SELECT RAISE(ABORT, 'An entry of this id is posted.')
    WHERE EXISTS (SELECT 1 FROM entry WHERE id = NEW.id);
    SELECT RAISE(ABORT, 'Entries are numbered without a gap.')
    WHERE NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM entry);
    SELECT RAISE(ABORT, 'An entry is not recorded before the one before it.')
    WHERE EXISTS (
        SELECT 1 FROM entry
        WHERE sequence = NEW.sequence - 1
            AND (recorded_seconds, recorded_nanoseconds) > (NEW.recorded_seconds, NEW.recorded_nanoseconds));
    SELECT RAISE(ABORT, 'An entry has the postings that it counts.')
    WHERE NEW.posting_count <> (SELECT count(*) FROM posting WHERE sequence = NEW.sequence);
    SELECT RAISE(ABORT, 'An entry has the vouchers that it counts.')
    WHERE NEW.voucher_count <> (SELECT count(*) FROM voucher WHERE sequence = NEW.sequence);
    SELECT RAISE(ABORT, 'An entry balances in each fund.')
    WHERE EXISTS (SELECT 1 FROM posting WHERE sequence = NEW.sequence GROUP BY fund HAVING sum(amount) <> 0);
    SELECT RAISE(ABORT, 'A reversal names an entry that is posted.')
    WHERE NEW.reverses IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.reverses);
    SELECT RAISE(ABORT, 'An entry is reversed once.')
    WHERE NEW.reverses IS NOT NULL AND EXISTS (SELECT 1 FROM entry WHERE reverses = NEW.reverses);
END;
