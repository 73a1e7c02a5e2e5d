CREATE INDEX ix_attachment_case_id ON attachment (case_id);
CREATE INDEX ix_audit_action ON audit (action);
CREATE INDEX ix_audit_at ON audit (at);
CREATE INDEX ix_audit_entity_entity_id ON audit (entity, entity_id);
CREATE INDEX ix_audit_staff_id ON audit (staff_id);
CREATE INDEX ix_case_access_staff_id ON case_access (staff_id);
CREATE INDEX ix_case_file_employer_id_id ON case_file (employer_id, id);
CREATE INDEX ix_case_file_opened_on ON case_file (opened_on);
CREATE INDEX ix_case_file_responsible_id_id ON case_file (responsible_id, id);
CREATE INDEX ix_case_file_restricted ON case_file (id) WHERE access <> 'centre';
CREATE INDEX ix_case_file_status_id ON case_file (status, id);
CREATE INDEX ix_case_file_status_next_date_id ON case_file (status, next_date, id);
CREATE INDEX ix_case_file_status_owed_tiyn ON case_file (status, owed_tiyn);
CREATE INDEX ix_case_worker_case_id_position ON case_worker (case_id, position);
CREATE INDEX ix_case_worker_case_id_sex_birth_year_citizenship ON case_worker (case_id, sex, birth_year, citizenship);
CREATE INDEX ix_case_worker_person_id ON case_worker (person_id);
CREATE INDEX ix_consent_person_id ON consent (person_id);
CREATE INDEX ix_employer_bin_iin ON employer (bin_iin);
CREATE INDEX ix_employer_name_skel ON employer (name_skel);
CREATE INDEX ix_employer_name_sort ON employer (name_sort);
CREATE INDEX ix_employer_phone_tail ON employer (phone_tail);
CREATE INDEX ix_law_confirmation_fact_id ON law_confirmation (fact_id);
CREATE INDEX ix_letter_case_id ON letter (case_id);
CREATE INDEX ix_money_entry_case_worker_id ON money_entry (case_worker_id);
CREATE INDEX ix_money_entry_kind_on_day_amount_tiyn ON money_entry (kind, on_day, amount_tiyn);
CREATE INDEX ix_person_iin ON person (iin);
CREATE INDEX ix_person_name_skel ON person (name_skel);
CREATE INDEX ix_person_name_sort ON person (name_sort);
CREATE INDEX ix_person_phone_tail ON person (phone_tail);
CREATE INDEX ix_transfer_on_day ON transfer (on_day);
CREATE INDEX ix_transfer_person_id ON transfer (person_id);
CREATE INDEX ix_wage_payment_case_worker_id ON wage_payment (case_worker_id);
CREATE INDEX ix_wage_period_case_worker_id ON wage_period (case_worker_id);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE attachment (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	added_at VARCHAR NOT NULL, 
	added_by INTEGER NOT NULL, 
	size INTEGER NOT NULL, 
	sealed BOOLEAN NOT NULL, 
	file_key BLOB NOT NULL, 
	head BLOB NOT NULL, 
	CONSTRAINT pk_attachment PRIMARY KEY (id), 
	CONSTRAINT fk_attachment_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_attachment_added_by FOREIGN KEY(added_by) REFERENCES staff (id)
);
CREATE TABLE attachment_piece (
	attachment_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_attachment_piece PRIMARY KEY (attachment_id, number), 
	CONSTRAINT fk_attachment_piece_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id)
);
CREATE TABLE audit (
	seq INTEGER NOT NULL, 
	at VARCHAR NOT NULL, 
	staff_id INTEGER, 
	action VARCHAR NOT NULL, 
	entity VARCHAR NOT NULL, 
	entity_id INTEGER, 
	computer VARCHAR NOT NULL, 
	chain BLOB NOT NULL, 
	CONSTRAINT pk_audit PRIMARY KEY (seq)
);
CREATE TABLE audit_key (
	id INTEGER NOT NULL, 
	"key" BLOB NOT NULL, 
	CONSTRAINT pk_audit_key PRIMARY KEY (id)
);
CREATE TABLE breach (
	id INTEGER NOT NULL, 
	found_at VARCHAR NOT NULL, 
	described VARCHAR NOT NULL, 
	notified_at VARCHAR NOT NULL, 
	recorded_by INTEGER NOT NULL, 
	CONSTRAINT pk_breach PRIMARY KEY (id), 
	CONSTRAINT fk_breach_recorded_by FOREIGN KEY(recorded_by) REFERENCES staff (id)
);
CREATE TABLE case_access (
	case_id INTEGER NOT NULL, 
	staff_id INTEGER NOT NULL, 
	given_by INTEGER NOT NULL, 
	given_on DATE NOT NULL, 
	CONSTRAINT pk_case_access PRIMARY KEY (case_id, staff_id), 
	CONSTRAINT fk_case_access_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_case_access_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT fk_case_access_given_by FOREIGN KEY(given_by) REFERENCES staff (id)
);
CREATE TABLE case_file (
	id INTEGER NOT NULL, 
	number VARCHAR NOT NULL, 
	year INTEGER NOT NULL, 
	sequence INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	employer_id INTEGER NOT NULL, 
	site VARCHAR NOT NULL, 
	region VARCHAR NOT NULL, 
	sector VARCHAR NOT NULL, 
	channel VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	responsible_id INTEGER, 
	opened_on DATE NOT NULL, 
	next_date DATE, 
	next_step VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	employer_name VARCHAR NOT NULL, 
	employer_kind VARCHAR NOT NULL, 
	first_worker VARCHAR NOT NULL, 
	workers INTEGER NOT NULL, 
	owed_tiyn BIGINT NOT NULL, 
	received_tiyn BIGINT NOT NULL, access VARCHAR DEFAULT 'centre' NOT NULL, closed_on DATE, hold_until DATE, hold_reason VARCHAR DEFAULT '' NOT NULL, sealed BLOB, anonymised_on DATE, 
	CONSTRAINT pk_case_file PRIMARY KEY (id), 
	CONSTRAINT fk_case_file_employer_id FOREIGN KEY(employer_id) REFERENCES employer (id), 
	CONSTRAINT fk_case_file_responsible_id FOREIGN KEY(responsible_id) REFERENCES staff (id), 
	CONSTRAINT uq_case_file_number UNIQUE (number), 
	CONSTRAINT uq_case_file_year_sequence UNIQUE (year, sequence)
);
CREATE TABLE case_worker (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	occupation VARCHAR NOT NULL, 
	sex VARCHAR NOT NULL, 
	birth_year INTEGER, 
	citizenship VARCHAR NOT NULL, 
	CONSTRAINT pk_case_worker PRIMARY KEY (id), 
	CONSTRAINT fk_case_worker_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_case_worker_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_case_worker_case_id_person_id UNIQUE (case_id, person_id)
);
CREATE TABLE centre (
	id INTEGER NOT NULL, 
	name_kk VARCHAR NOT NULL, 
	name_ru VARCHAR NOT NULL, 
	name_en VARCHAR NOT NULL, 
	address_kk VARCHAR NOT NULL, 
	address_ru VARCHAR NOT NULL, 
	address_en VARCHAR NOT NULL, 
	letterhead_kk VARCHAR NOT NULL, 
	letterhead_ru VARCHAR NOT NULL, 
	letterhead_en VARCHAR NOT NULL, 
	bin VARCHAR NOT NULL, 
	region VARCHAR NOT NULL, 
	CONSTRAINT pk_centre PRIMARY KEY (id)
);
CREATE TABLE consent (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	version VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	how VARCHAR NOT NULL, 
	given_on DATE NOT NULL, 
	until DATE, 
	data VARCHAR NOT NULL, 
	aims VARCHAR NOT NULL, 
	third_parties BOOLEAN NOT NULL, 
	recipients VARCHAR NOT NULL, 
	cross_border BOOLEAN NOT NULL, 
	countries VARCHAR NOT NULL, 
	open_sources BOOLEAN NOT NULL, 
	note VARCHAR NOT NULL, 
	recorded_by INTEGER NOT NULL, 
	withdrawn_on DATE, 
	withdrawal VARCHAR NOT NULL, 
	stopped_on DATE, 
	refused_on DATE, 
	refusal VARCHAR NOT NULL, 
	CONSTRAINT pk_consent PRIMARY KEY (id), 
	CONSTRAINT fk_consent_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_consent_recorded_by FOREIGN KEY(recorded_by) REFERENCES staff (id)
);
CREATE TABLE draft (
	staff_id INTEGER NOT NULL, 
	form VARCHAR NOT NULL, 
	content VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	CONSTRAINT pk_draft PRIMARY KEY (staff_id, form), 
	CONSTRAINT fk_draft_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE employer (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_fold VARCHAR NOT NULL, 
	name_skel VARCHAR NOT NULL, 
	name_sort VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	bin_iin VARCHAR NOT NULL, 
	address VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	phone_tail VARCHAR NOT NULL, 
	head_name VARCHAR NOT NULL, 
	CONSTRAINT pk_employer PRIMARY KEY (id)
);
CREATE VIRTUAL TABLE employer_names USING fts5(
  name_fold, content='employer', content_rowid='id', tokenize='unicode61', prefix='2 3');
CREATE TABLE erasure (
	id INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	on_day DATE NOT NULL, 
	kind VARCHAR NOT NULL, 
	people INTEGER NOT NULL, 
	cases INTEGER NOT NULL, 
	attachments INTEGER NOT NULL, 
	letters INTEGER NOT NULL, 
	reason VARCHAR NOT NULL, 
	done_by INTEGER, 
	approved_by INTEGER, 
	CONSTRAINT pk_erasure PRIMARY KEY (id), 
	CONSTRAINT fk_erasure_done_by FOREIGN KEY(done_by) REFERENCES staff (id), 
	CONSTRAINT fk_erasure_approved_by FOREIGN KEY(approved_by) REFERENCES staff (id), 
	CONSTRAINT uq_erasure_code UNIQUE (code)
);
CREATE TABLE key_holder (
	owner VARCHAR NOT NULL, 
	public_key BLOB NOT NULL, 
	CONSTRAINT pk_key_holder PRIMARY KEY (owner)
);
CREATE TABLE law_confirmation (
	id INTEGER NOT NULL, 
	fact_id VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	staff_id INTEGER NOT NULL, 
	confirmed_on DATE NOT NULL, 
	CONSTRAINT pk_law_confirmation PRIMARY KEY (id), 
	CONSTRAINT fk_law_confirmation_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE letter (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	number VARCHAR NOT NULL, 
	year INTEGER NOT NULL, 
	sequence INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	on_day DATE NOT NULL, 
	pay_by DATE NOT NULL, 
	signer_id INTEGER NOT NULL, 
	workers INTEGER NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	pdf BLOB NOT NULL, sealed BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_letter PRIMARY KEY (id), 
	CONSTRAINT fk_letter_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_letter_signer_id FOREIGN KEY(signer_id) REFERENCES staff (id), 
	CONSTRAINT uq_letter_number UNIQUE (number), 
	CONSTRAINT uq_letter_year_sequence UNIQUE (year, sequence)
);
CREATE TABLE money_entry (
	id INTEGER NOT NULL, 
	case_worker_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	amount_tiyn BIGINT NOT NULL, 
	on_day DATE NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_money_entry PRIMARY KEY (id), 
	CONSTRAINT fk_money_entry_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id)
);
CREATE TABLE person (
	id INTEGER NOT NULL, 
	full_name VARCHAR NOT NULL, 
	name_fold VARCHAR NOT NULL, 
	name_skel VARCHAR NOT NULL, 
	name_sort VARCHAR NOT NULL, 
	birth VARCHAR, 
	sex VARCHAR NOT NULL, 
	citizenship VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	phone_tail VARCHAR NOT NULL, 
	iin VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, anonymised_on DATE, erase_from DATE, erase_reason VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id)
);
CREATE VIRTUAL TABLE person_names USING fts5(
  name_fold, content='person', content_rowid='id', tokenize='unicode61', prefix='2 3');
CREATE TABLE seal_holder (
	owner VARCHAR NOT NULL, 
	sealed_key BLOB NOT NULL, 
	CONSTRAINT pk_seal_holder PRIMARY KEY (owner)
);
CREATE TABLE setting (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (name)
);
CREATE TABLE staff (
	id INTEGER NOT NULL, 
	login VARCHAR NOT NULL, 
	login_key VARCHAR NOT NULL, 
	full_name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	active BOOLEAN NOT NULL, public_key BLOB, left_on DATE, 
	CONSTRAINT pk_staff PRIMARY KEY (id), 
	CONSTRAINT uq_staff_login_key UNIQUE (login_key)
);
CREATE TABLE transfer (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	case_id INTEGER, 
	on_day DATE NOT NULL, 
	recipient VARCHAR NOT NULL, 
	country VARCHAR NOT NULL, 
	what VARCHAR NOT NULL, 
	aim VARCHAR NOT NULL, 
	basis VARCHAR NOT NULL, 
	consent_id INTEGER, 
	published BOOLEAN NOT NULL, 
	recorded_by INTEGER NOT NULL, 
	CONSTRAINT pk_transfer PRIMARY KEY (id), 
	CONSTRAINT fk_transfer_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_transfer_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_transfer_consent_id FOREIGN KEY(consent_id) REFERENCES consent (id), 
	CONSTRAINT fk_transfer_recorded_by FOREIGN KEY(recorded_by) REFERENCES staff (id)
);
CREATE TABLE wage_payment (
	id INTEGER NOT NULL, 
	case_worker_id INTEGER NOT NULL, 
	paid_on DATE NOT NULL, 
	amount_tiyn BIGINT NOT NULL, 
	month DATE, 
	evidence VARCHAR NOT NULL, 
	CONSTRAINT pk_wage_payment PRIMARY KEY (id), 
	CONSTRAINT fk_wage_payment_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id)
);
CREATE TABLE wage_period (
	id INTEGER NOT NULL, 
	case_worker_id INTEGER NOT NULL, 
	month DATE NOT NULL, 
	quantity VARCHAR, 
	says_tiyn BIGINT, 
	paper_tiyn BIGINT, 
	admits_tiyn BIGINT, 
	due_on DATE, 
	CONSTRAINT pk_wage_period PRIMARY KEY (id), 
	CONSTRAINT fk_wage_period_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id)
);
CREATE TABLE wage_terms (
	case_worker_id INTEGER NOT NULL, 
	basis VARCHAR NOT NULL, 
	rate_tiyn BIGINT NOT NULL, 
	pay_day INTEGER, 
	ended_on DATE, 
	CONSTRAINT pk_wage_terms PRIMARY KEY (case_worker_id), 
	CONSTRAINT fk_wage_terms_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id)
);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'lines of the log are not changed');
END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'lines of the log stay');
END;
CREATE TRIGGER employer_names_added AFTER INSERT ON employer BEGIN
  INSERT INTO employer_names(rowid, name_fold) VALUES (new.id, new.name_fold);
END;
CREATE TRIGGER employer_names_changed AFTER UPDATE OF name_fold ON employer BEGIN
  INSERT INTO employer_names(employer_names, rowid, name_fold) VALUES ('delete', old.id, old.name_fold);
  INSERT INTO employer_names(rowid, name_fold) VALUES (new.id, new.name_fold);
END;
CREATE TRIGGER employer_names_removed AFTER DELETE ON employer BEGIN
  INSERT INTO employer_names(employer_names, rowid, name_fold) VALUES ('delete', old.id, old.name_fold);
END;
CREATE TRIGGER person_names_added AFTER INSERT ON person BEGIN
  INSERT INTO person_names(rowid, name_fold) VALUES (new.id, new.name_fold);
END;
CREATE TRIGGER person_names_changed AFTER UPDATE OF name_fold ON person BEGIN
  INSERT INTO person_names(person_names, rowid, name_fold) VALUES ('delete', old.id, old.name_fold);
  INSERT INTO person_names(rowid, name_fold) VALUES (new.id, new.name_fold);
END;
CREATE TRIGGER person_names_removed AFTER DELETE ON person BEGIN
  INSERT INTO person_names(person_names, rowid, name_fold) VALUES ('delete', old.id, old.name_fold);
END;
