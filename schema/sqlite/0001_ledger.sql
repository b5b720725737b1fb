-- The ledger: append-only, in whole minor units, refused again by the database.
-- What belongs together is inserted first and its header last: the postings, details and vouchers of an
-- entry before the entry, the accounts, funds, donors and settings of an event before the event, the
-- balances of a rollup before the rollup. Without a header they are no part of the books, with it they
-- are complete. Triggers refuse, they never compute. What is rarely stated stands in tables of its own,
-- so that the common row is short.

CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;

-- A chain of their own: registrations (kind 1), a fund's period closed (2), opened again (3) and closing
-- (4), a statement registered (5), a fund closed (6).
CREATE TABLE event (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
    after INTEGER NOT NULL CHECK (after >= 0),
    fund TEXT CHECK ((fund IS NOT NULL) = (kind BETWEEN 2 AND 6)),
    period_start TEXT CHECK ((period_start IS NOT NULL) = (kind BETWEEN 2 AND 5) AND (period_start IS NULL OR period_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')),
    period_end TEXT CHECK ((period_end IS NULL) = (period_start IS NULL) AND (period_end IS NULL OR period_end >= period_start)),
    reason TEXT CHECK (reason IS NOT NULL OR kind <> 3),
    prepared_by TEXT,
    approved_by TEXT,
    authority TEXT,
    item_count INTEGER NOT NULL CHECK ((item_count > 0) = (kind = 1)),
    recorded_seconds INTEGER NOT NULL,
    recorded_nanoseconds INTEGER NOT NULL CHECK (recorded_nanoseconds BETWEEN 0 AND 999999999),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- What an entry asks of the events: is a period of its fund closed that ends on or after its date?
CREATE INDEX event_of_fund ON event (fund, kind, period_end) WHERE fund IS NOT NULL;

CREATE TABLE setting (
    key TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 64),
    value TEXT NOT NULL,
    event INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 64),
    name TEXT NOT NULL CHECK (length(name) > 0),
    type INTEGER NOT NULL CHECK (type BETWEEN 1 AND 5),
    opened TEXT CHECK (opened GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    closed TEXT CHECK (closed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    event INTEGER NOT NULL
) STRICT;

CREATE TABLE fund (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 64),
    name TEXT NOT NULL CHECK (length(name) > 0),
    currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    established TEXT CHECK (established GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    closed TEXT CHECK (closed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    authority TEXT,
    event INTEGER NOT NULL
) STRICT;

CREATE TABLE donor (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 64),
    name TEXT NOT NULL CHECK (length(name) > 0),
    event INTEGER NOT NULL
) STRICT;

-- Statements as they were published, registered by events of kind 5, with the bytes of their files.
CREATE TABLE edition (
    event INTEGER PRIMARY KEY CHECK (event > 0),
    symbol TEXT NOT NULL CHECK (length(symbol) BETWEEN 1 AND 64),
    language TEXT NOT NULL CHECK (language GLOB '[a-z][a-z]' OR language GLOB '[a-z][a-z][a-z]'),
    date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 5),
    authorized_on TEXT CHECK (authorized_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    authorized_by TEXT,
    corrects INTEGER CHECK (corrects BETWEEN 1 AND event - 1),
    through TEXT NOT NULL CHECK (through GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    sequence INTEGER NOT NULL CHECK (sequence >= 0), -- the last entry taken in, and its hash
    head BLOB NOT NULL CHECK (length(head) = 32),
    after_closing INTEGER NOT NULL CHECK (after_closing IN (0, 1)),
    as_restated INTEGER NOT NULL CHECK (as_restated IN (0, 1)),
    template TEXT NOT NULL CHECK (length(template) > 0),
    file_count INTEGER NOT NULL CHECK (file_count > 0),
    UNIQUE (symbol, language)
) STRICT;

CREATE TABLE edition_file (
    event INTEGER NOT NULL,
    role INTEGER NOT NULL CHECK (role BETWEEN 1 AND 4),
    name TEXT NOT NULL CHECK (length(name) > 0),
    format TEXT NOT NULL CHECK (length(format) > 0),
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    bytes BLOB NOT NULL,
    PRIMARY KEY (event, role, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
    id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 64),
    date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
    description TEXT NOT NULL CHECK (length(description) > 0),
    posting_count INTEGER NOT NULL CHECK (posting_count >= 2),
    detail_count INTEGER NOT NULL CHECK (detail_count >= 0), -- rows of entry_detail, posting_detail and voucher
    recorded_seconds INTEGER NOT NULL,
    recorded_nanoseconds INTEGER NOT NULL CHECK (recorded_nanoseconds BETWEEN 0 AND 999999999),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE entry_detail (
    sequence INTEGER PRIMARY KEY,
    document_date TEXT CHECK (document_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reference TEXT,
    period_start TEXT CHECK (period_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    period_end TEXT CHECK ((period_end IS NULL) = (period_start IS NULL) AND (period_end IS NULL OR period_end >= period_start)),
    restates_start TEXT CHECK (restates_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    restates_end TEXT CHECK ((restates_end IS NULL) = (restates_start IS NULL) AND (restates_end IS NULL OR restates_end >= restates_start)),
    nature INTEGER CHECK ((nature IS NULL) = (restates_end IS NULL) AND (nature IS NULL OR nature BETWEEN 1 AND 4)),
    judgement TEXT CHECK (judgement IS NULL OR nature IS NOT NULL),
    reverses TEXT,
    prepared_by TEXT,
    approved_by TEXT,
    authority TEXT
) STRICT;

CREATE UNIQUE INDEX entry_detail_reverses ON entry_detail (reverses) WHERE reverses IS NOT NULL;

-- The amount is in the currency of the fund.
CREATE TABLE posting (
    sequence INTEGER NOT NULL,
    line INTEGER NOT NULL CHECK (line > 0),
    account INTEGER NOT NULL REFERENCES account (id),
    fund INTEGER NOT NULL REFERENCES fund (id),
    amount INTEGER NOT NULL,
    donor INTEGER REFERENCES donor (id),
    PRIMARY KEY (sequence, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE posting_detail (
    sequence INTEGER NOT NULL,
    line INTEGER NOT NULL CHECK (line > 0),
    agreement TEXT,
    project TEXT,
    counterparty TEXT,
    due_date TEXT CHECK (due_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    transaction_amount INTEGER,
    transaction_currency TEXT CHECK ((transaction_currency IS NULL) = (transaction_amount IS NULL)),
    rate TEXT CHECK ((rate IS NULL) = (transaction_amount IS NULL)),
    PRIMARY KEY (sequence, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE voucher (
    sequence INTEGER NOT NULL,
    line INTEGER NOT NULL CHECK (line > 0),
    name TEXT NOT NULL CHECK (length(name) > 0),
    sha256 BLOB CHECK (length(sha256) = 32),
    PRIMARY KEY (sequence, line)
) STRICT, WITHOUT ROWID;

-- Balances rolled up: one rollup covers the 4,096 entries that end at it, so that a report adds rollups
-- and the few entries after the last of them, and any earlier state of the journal has its rollups too.
CREATE TABLE rollup (
    through INTEGER PRIMARY KEY CHECK (through > 0),
    balance_count INTEGER NOT NULL CHECK (balance_count > 0)
) STRICT;

-- What a rollup's entries of one month and class moved: by account, fund and day, and by donor as well.
-- Classes: 1 any but those that follow, 2 restatements where they were posted, 3 closing entries,
-- 4 restatements at the end of the period that they restate.
CREATE TABLE balance (
    through INTEGER NOT NULL,
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    class INTEGER NOT NULL CHECK (class BETWEEN 1 AND 4),
    by_fund BLOB NOT NULL,
    by_donor BLOB NOT NULL,
    PRIMARY KEY (through, month, class)
) STRICT;

-- Nothing changes and nothing disappears.

CREATE TRIGGER migration_no_update BEFORE UPDATE ON migration BEGIN SELECT RAISE(ABORT, 'The list of migrations cannot be changed.'); END;
CREATE TRIGGER migration_no_delete BEFORE DELETE ON migration BEGIN SELECT RAISE(ABORT, 'The list of migrations cannot be changed.'); END;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'An event of the books cannot be changed.'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'An event of the books cannot be deleted.'); END;
CREATE TRIGGER edition_no_update BEFORE UPDATE ON edition BEGIN SELECT RAISE(ABORT, 'A registered statement cannot be changed: register a corrigendum.'); END;
CREATE TRIGGER edition_no_delete BEFORE DELETE ON edition BEGIN SELECT RAISE(ABORT, 'A registered statement cannot be deleted.'); END;
CREATE TRIGGER edition_file_no_update BEFORE UPDATE ON edition_file BEGIN SELECT RAISE(ABORT, 'A file of a registered statement cannot be changed.'); END;
CREATE TRIGGER edition_file_no_delete BEFORE DELETE ON edition_file BEGIN SELECT RAISE(ABORT, 'A file of a registered statement cannot be deleted.'); END;
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
CREATE TRIGGER entry_detail_no_update BEFORE UPDATE ON entry_detail BEGIN SELECT RAISE(ABORT, 'The details of an entry cannot be changed: reverse it and post a new one.'); END;
CREATE TRIGGER entry_detail_no_delete BEFORE DELETE ON entry_detail BEGIN SELECT RAISE(ABORT, 'The details of an entry cannot be deleted: reverse it.'); END;
CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'A posting cannot be changed: reverse its entry and post a new one.'); END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'A posting cannot be deleted: reverse its entry.'); END;
CREATE TRIGGER posting_detail_no_update BEFORE UPDATE ON posting_detail BEGIN SELECT RAISE(ABORT, 'The details of a posting cannot be changed: reverse its entry and post a new one.'); END;
CREATE TRIGGER posting_detail_no_delete BEFORE DELETE ON posting_detail BEGIN SELECT RAISE(ABORT, 'The details of a posting cannot be deleted: reverse its entry.'); END;
CREATE TRIGGER voucher_no_update BEFORE UPDATE ON voucher BEGIN SELECT RAISE(ABORT, 'A voucher cannot be changed.'); END;
CREATE TRIGGER voucher_no_delete BEFORE DELETE ON voucher BEGIN SELECT RAISE(ABORT, 'A voucher cannot be deleted.'); END;
CREATE TRIGGER rollup_no_update BEFORE UPDATE ON rollup BEGIN SELECT RAISE(ABORT, 'Balances cannot be changed.'); END;
CREATE TRIGGER rollup_no_delete BEFORE DELETE ON rollup BEGIN SELECT RAISE(ABORT, 'Balances cannot be deleted.'); END;
CREATE TRIGGER balance_no_update BEFORE UPDATE ON balance BEGIN SELECT RAISE(ABORT, 'Balances cannot be changed.'); END;
CREATE TRIGGER balance_no_delete BEFORE DELETE ON balance BEGIN SELECT RAISE(ABORT, 'Balances cannot be deleted.'); END;

-- REPLACE deletes without firing a delete trigger (recursive_triggers is off by default), so what is
-- there already is refused before the insert.

CREATE TRIGGER migration_no_replace BEFORE INSERT ON migration
WHEN EXISTS (SELECT 1 FROM migration WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'A migration cannot be replaced.'); END;

CREATE TRIGGER setting_checks BEFORE INSERT ON setting BEGIN
    SELECT RAISE(ABORT, 'A setting of the books cannot be replaced.')
    WHERE EXISTS (SELECT 1 FROM setting WHERE key = NEW.key);
    SELECT RAISE(ABORT, 'A setting of the books cannot be added to a registration that is recorded.')
    WHERE EXISTS (SELECT 1 FROM event WHERE number = NEW.event);
END;

CREATE TRIGGER account_checks BEFORE INSERT ON account BEGIN
    SELECT RAISE(ABORT, 'An account cannot be replaced.')
    WHERE EXISTS (SELECT 1 FROM account WHERE code = NEW.code OR id = NEW.id);
    SELECT RAISE(ABORT, 'An account cannot be added to a registration that is recorded.')
    WHERE EXISTS (SELECT 1 FROM event WHERE number = NEW.event);
END;

CREATE TRIGGER fund_checks BEFORE INSERT ON fund BEGIN
    SELECT RAISE(ABORT, 'A fund cannot be replaced.')
    WHERE EXISTS (SELECT 1 FROM fund WHERE code = NEW.code OR id = NEW.id);
    SELECT RAISE(ABORT, 'A fund cannot be added to a registration that is recorded.')
    WHERE EXISTS (SELECT 1 FROM event WHERE number = NEW.event);
END;

CREATE TRIGGER donor_checks BEFORE INSERT ON donor BEGIN
    SELECT RAISE(ABORT, 'A donor cannot be replaced.')
    WHERE EXISTS (SELECT 1 FROM donor WHERE code = NEW.code OR id = NEW.id);
    SELECT RAISE(ABORT, 'A donor cannot be added to a registration that is recorded.')
    WHERE EXISTS (SELECT 1 FROM event WHERE number = NEW.event);
END;

CREATE TRIGGER edition_checks BEFORE INSERT ON edition BEGIN
    SELECT RAISE(ABORT, 'A statement of this symbol and language is registered.')
    WHERE EXISTS (SELECT 1 FROM edition WHERE event = NEW.event OR (symbol = NEW.symbol AND language = NEW.language));
    SELECT RAISE(ABORT, 'A statement cannot be added to an event that is recorded.')
    WHERE EXISTS (SELECT 1 FROM event WHERE number = NEW.event);
    SELECT RAISE(ABORT, 'A corrigendum names a statement that is registered.')
    WHERE NEW.corrects IS NOT NULL AND NOT EXISTS (SELECT 1 FROM edition WHERE event = NEW.corrects);
    SELECT RAISE(ABORT, 'A statement names an entry that is posted, and its hash.')
    WHERE NEW.sequence > 0 AND NOT EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.sequence AND hash = NEW.head);
END;

CREATE TRIGGER edition_file_checks BEFORE INSERT ON edition_file BEGIN
    SELECT RAISE(ABORT, 'A file of a registered statement cannot be replaced.')
    WHERE EXISTS (SELECT 1 FROM edition_file WHERE event = NEW.event AND role = NEW.role AND name = NEW.name);
    SELECT RAISE(ABORT, 'A file cannot be added to a statement that is registered.')
    WHERE EXISTS (SELECT 1 FROM event WHERE number = NEW.event);
END;

CREATE TRIGGER event_checks BEFORE INSERT ON event BEGIN
    SELECT RAISE(ABORT, 'A statement, and nothing else, is registered by an event of its kind.')
    WHERE (NEW.kind = 5) <> EXISTS (SELECT 1 FROM edition WHERE event = NEW.number);
    SELECT RAISE(ABORT, 'A registered statement has the files that it counts.')
    WHERE NEW.kind = 5 AND (SELECT file_count FROM edition WHERE event = NEW.number)
        <> (SELECT count(*) FROM edition_file WHERE event = NEW.number);
    SELECT RAISE(ABORT, 'Events are numbered without a gap.')
    WHERE NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'An event comes after the last entry.')
    WHERE NEW.after IS NOT (SELECT coalesce(max(sequence), 0) FROM entry);
    SELECT RAISE(ABORT, 'An event is not recorded before the one before it.')
    WHERE EXISTS (
        SELECT 1 FROM event
        WHERE number = NEW.number - 1
            AND (recorded_seconds, recorded_nanoseconds) > (NEW.recorded_seconds, NEW.recorded_nanoseconds));
    SELECT RAISE(ABORT, 'An event registers what it counts.')
    WHERE NEW.item_count <> (SELECT count(*) FROM account WHERE event = NEW.number)
        + (SELECT count(*) FROM fund WHERE event = NEW.number)
        + (SELECT count(*) FROM donor WHERE event = NEW.number)
        + (SELECT count(*) FROM setting WHERE event = NEW.number);
END;

CREATE TRIGGER event_of_fund_checks BEFORE INSERT ON event WHEN NEW.fund IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'An event names a fund that there is none of.')
    WHERE NOT EXISTS (SELECT 1 FROM fund WHERE code = NEW.fund);
END;

CREATE TRIGGER posting_checks BEFORE INSERT ON posting BEGIN
    SELECT RAISE(ABORT, 'A posting cannot be added to an entry that is posted.')
    WHERE EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.sequence);
    SELECT RAISE(ABORT, 'A posting cannot be replaced.')
    WHERE EXISTS (SELECT 1 FROM posting WHERE sequence = NEW.sequence AND line = NEW.line);
    SELECT RAISE(ABORT, 'A posting names an account that there is none of.')
    WHERE NOT EXISTS (SELECT 1 FROM account WHERE id = NEW.account);
    SELECT RAISE(ABORT, 'A posting names a fund that there is none of.')
    WHERE NOT EXISTS (SELECT 1 FROM fund WHERE id = NEW.fund);
    SELECT RAISE(ABORT, 'A posting names a donor that there is none of.')
    WHERE NEW.donor IS NOT NULL AND NOT EXISTS (SELECT 1 FROM donor WHERE id = NEW.donor);
    SELECT RAISE(ABORT, 'A posting without an amount has a transaction amount.')
    WHERE NEW.amount = 0 AND NOT EXISTS (
        SELECT 1 FROM posting_detail
        WHERE sequence = NEW.sequence AND line = NEW.line AND transaction_amount IS NOT NULL);
END;

CREATE TRIGGER entry_detail_checks BEFORE INSERT ON entry_detail BEGIN
    SELECT RAISE(ABORT, 'The details of an entry cannot be added to an entry that is posted.')
    WHERE EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.sequence);
    SELECT RAISE(ABORT, 'The details of an entry cannot be replaced.')
    WHERE EXISTS (SELECT 1 FROM entry_detail WHERE sequence = NEW.sequence);
    SELECT RAISE(ABORT, 'An entry is reversed once.')
    WHERE NEW.reverses IS NOT NULL AND EXISTS (SELECT 1 FROM entry_detail WHERE reverses = NEW.reverses);
END;

CREATE TRIGGER posting_detail_checks BEFORE INSERT ON posting_detail BEGIN
    SELECT RAISE(ABORT, 'The details of a posting cannot be added to an entry that is posted.')
    WHERE EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.sequence);
    SELECT RAISE(ABORT, 'The details of a posting cannot be replaced.')
    WHERE EXISTS (SELECT 1 FROM posting_detail WHERE sequence = NEW.sequence AND line = NEW.line);
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
    SELECT RAISE(ABORT, 'An entry has the details and vouchers that it counts.')
    WHERE NEW.detail_count <> (SELECT count(*) FROM entry_detail WHERE sequence = NEW.sequence)
        + (SELECT count(*) FROM posting_detail WHERE sequence = NEW.sequence)
        + (SELECT count(*) FROM voucher WHERE sequence = NEW.sequence);
    SELECT RAISE(ABORT, 'An entry balances in each fund.')
    WHERE EXISTS (SELECT 1 FROM posting WHERE sequence = NEW.sequence GROUP BY fund HAVING sum(amount) <> 0);
    SELECT RAISE(ABORT, 'A reversal names the entry that it reverses; of others only a closing entry may.')
    WHERE NEW.kind <> 6 AND (NEW.kind = 4) <> EXISTS (SELECT 1 FROM entry_detail WHERE sequence = NEW.sequence AND reverses IS NOT NULL);
    SELECT RAISE(ABORT, 'A restatement, and nothing else, names the period that it restates.')
    WHERE (NEW.kind = 5) <> EXISTS (SELECT 1 FROM entry_detail WHERE sequence = NEW.sequence AND restates_end IS NOT NULL);
    SELECT RAISE(ABORT, 'A reversal names an entry that is posted.')
    WHERE NEW.kind IN (4, 6) AND EXISTS (
        SELECT 1 FROM entry_detail AS d
        WHERE d.sequence = NEW.sequence AND d.reverses IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entry WHERE id = d.reverses));
    SELECT RAISE(ABORT, 'A closing entry, and nothing else, is reversed by a closing entry, of its day.')
    WHERE NEW.kind IN (4, 6) AND EXISTS (
        SELECT 1 FROM entry_detail AS d JOIN entry AS o ON o.id = d.reverses
        WHERE d.sequence = NEW.sequence AND ((o.kind = 6) <> (NEW.kind = 6) OR (NEW.kind = 6 AND o.date <> NEW.date)));
    SELECT RAISE(ABORT, 'A closed fund takes no entries.')
    WHERE EXISTS (
        SELECT 1 FROM posting AS p JOIN fund AS f ON f.id = p.fund JOIN event AS e ON e.fund = f.code AND e.kind = 6
        WHERE p.sequence = NEW.sequence);
    SELECT RAISE(ABORT, 'A closed period takes no entries: reopen it.')
    WHERE EXISTS (
        SELECT 1 FROM posting AS p JOIN fund AS f ON f.id = p.fund
            JOIN event AS e ON e.fund = f.code AND e.kind = 2 AND e.period_end >= NEW.date
        WHERE p.sequence = NEW.sequence
            AND NOT EXISTS (
                SELECT 1 FROM event AS l
                WHERE l.fund = e.fund AND l.kind IN (2, 3, 4) AND l.period_end = e.period_end AND l.number > e.number
                    AND (l.period_start = e.period_start OR (l.kind = 3 AND l.period_start < e.period_start)))
            AND NOT (NEW.kind IN (3, 4, 6) AND EXISTS (
                SELECT 1 FROM event AS c
                WHERE c.fund = e.fund AND c.kind = 4 AND c.period_end = NEW.date AND c.period_start <= e.period_start AND e.period_end <= c.period_end
                    AND NOT EXISTS (
                        SELECT 1 FROM event AS l
                        WHERE l.fund = c.fund AND l.kind IN (2, 3, 4) AND l.period_end = c.period_end AND l.number > c.number
                            AND (l.period_start = c.period_start OR (l.kind = 3 AND l.period_start < c.period_start))))));
    SELECT RAISE(ABORT, 'A period that is closing takes only adjusting, reversal and closing entries.')
    WHERE NEW.kind NOT IN (3, 4, 6) AND EXISTS (
        SELECT 1 FROM posting AS p JOIN fund AS f ON f.id = p.fund
            JOIN event AS e ON e.fund = f.code AND e.kind = 4 AND e.period_end >= NEW.date
        WHERE p.sequence = NEW.sequence
            AND NOT EXISTS (
                SELECT 1 FROM event AS l
                WHERE l.fund = e.fund AND l.kind IN (2, 3, 4) AND l.period_end = e.period_end AND l.number > e.number
                    AND (l.period_start = e.period_start OR (l.kind = 3 AND l.period_start < e.period_start))));
END;

CREATE TRIGGER balance_checks BEFORE INSERT ON balance BEGIN
    SELECT RAISE(ABORT, 'Balances cannot be added to a rollup that is made.')
    WHERE EXISTS (SELECT 1 FROM rollup WHERE through = NEW.through);
    SELECT RAISE(ABORT, 'Balances cannot be replaced.')
    WHERE EXISTS (SELECT 1 FROM balance WHERE through = NEW.through AND month = NEW.month AND class = NEW.class);
END;

CREATE TRIGGER rollup_checks BEFORE INSERT ON rollup BEGIN
    SELECT RAISE(ABORT, 'A rollup covers the 4,096 entries after the one before it.')
    WHERE NEW.through IS NOT (SELECT coalesce(max(through), 0) + 4096 FROM rollup)
        OR NEW.through > (SELECT coalesce(max(sequence), 0) FROM entry);
    SELECT RAISE(ABORT, 'A rollup has the balances that it counts.')
    WHERE NEW.balance_count <> (SELECT count(*) FROM balance WHERE through = NEW.through);
END;
