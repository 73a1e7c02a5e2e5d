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
CREATE INDEX ix_case_party_employer_id ON case_party (employer_id);
CREATE INDEX ix_case_worker_case_id_position ON case_worker (case_id, position);
CREATE INDEX ix_case_worker_case_id_sex_birth_year_citizenship ON case_worker (case_id, sex, birth_year, citizenship);
CREATE INDEX ix_case_worker_person_id ON case_worker (person_id);
CREATE INDEX ix_complaint_case_id ON complaint (case_id);
CREATE INDEX ix_complaint_kind ON complaint (kind);
CREATE INDEX ix_complaint_worker_case_worker_id ON complaint_worker (case_worker_id);
CREATE INDEX ix_consent_person_id ON consent (person_id);
CREATE INDEX ix_contract_check_case_id ON contract_check (case_id);
CREATE INDEX ix_contract_check_case_worker_id ON contract_check (case_worker_id);
CREATE INDEX ix_deadline_case_id ON deadline (case_id);
CREATE INDEX ix_deadline_case_worker_id ON deadline (case_worker_id);
CREATE INDEX ix_deadline_instalment_id ON deadline (instalment_id);
CREATE INDEX ix_deadline_letter_id ON deadline (letter_id);
CREATE INDEX ix_deadline_open ON deadline (due_on, case_id) WHERE done_on IS NULL AND removed_on IS NULL;
CREATE INDEX ix_deduction_case_worker_id ON deduction (case_worker_id);
CREATE INDEX ix_directory_entry_kind ON directory_entry (kind);
CREATE INDEX ix_directory_entry_name_sort ON directory_entry (name_sort);
CREATE INDEX ix_employer_bin_iin ON employer (bin_iin);
CREATE INDEX ix_employer_name_skel ON employer (name_skel);
CREATE INDEX ix_employer_name_sort ON employer (name_sort);
CREATE INDEX ix_employer_phone_tail ON employer (phone_tail);
CREATE INDEX ix_enquiry_case_id ON enquiry (case_id);
CREATE INDEX ix_enquiry_on_day ON enquiry (on_day);
CREATE INDEX ix_held_document_case_worker_id ON held_document (case_worker_id);
CREATE INDEX ix_held_document_complaint_id ON held_document (complaint_id);
CREATE INDEX ix_hours_month_case_worker_id ON hours_month (case_worker_id);
CREATE INDEX ix_incoming_paper_case_id ON incoming_paper (case_id);
CREATE INDEX ix_incoming_paper_letter_id ON incoming_paper (letter_id);
CREATE INDEX ix_incoming_paper_received_on ON incoming_paper (received_on);
CREATE INDEX ix_instalment_case_worker_id ON instalment (case_worker_id);
CREATE INDEX ix_instalment_due_on ON instalment (due_on);
CREATE INDEX ix_law_confirmation_fact_id ON law_confirmation (fact_id);
CREATE INDEX ix_law_row_key ON law_row ("key");
CREATE INDEX ix_letter_case_id ON letter (case_id);
CREATE INDEX ix_letter_code ON letter (code);
CREATE INDEX ix_letter_draft_case_id ON letter_draft (case_id);
CREATE INDEX ix_letter_sending_case_id ON letter_sending (case_id);
CREATE INDEX ix_letter_sending_letter_id ON letter_sending (letter_id);
CREATE INDEX ix_letter_unsent ON letter (on_day, addressee_kind, case_id) WHERE sent_on IS NULL AND answered_on IS NULL AND copy_of IS NULL AND code <> '';
CREATE INDEX ix_money_entry_case_worker_id ON money_entry (case_worker_id);
CREATE INDEX ix_money_entry_kind_on_day_amount_tiyn ON money_entry (kind, on_day, amount_tiyn);
CREATE INDEX ix_outcome_case_id ON outcome (case_id);
CREATE INDEX ix_outcome_case_worker_id ON outcome (case_worker_id);
CREATE INDEX ix_outcome_code ON outcome (code);
CREATE INDEX ix_paper_expires_on ON paper (expires_on);
CREATE INDEX ix_paper_person_id ON paper (person_id);
CREATE INDEX ix_person_iin ON person (iin);
CREATE INDEX ix_person_name_skel ON person (name_skel);
CREATE INDEX ix_person_name_sort ON person (name_sort);
CREATE INDEX ix_person_phone_tail ON person (phone_tail);
CREATE INDEX ix_referral_case_id ON referral (case_id);
CREATE INDEX ix_referral_case_worker_id ON referral (case_worker_id);
CREATE INDEX ix_referral_enquiry_id ON referral (enquiry_id);
CREATE INDEX ix_referral_entry_id ON referral (entry_id);
CREATE INDEX ix_referral_on_day ON referral (on_day);
CREATE INDEX ix_satisfaction_case_id ON satisfaction (case_id);
CREATE INDEX ix_screening_indicator ON screening (indicator);
CREATE INDEX ix_stay_person_id ON stay (person_id);
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
	received_tiyn BIGINT NOT NULL, access VARCHAR DEFAULT 'centre' NOT NULL, closed_on DATE, hold_until DATE, hold_reason VARCHAR DEFAULT '' NOT NULL, sealed BLOB, anonymised_on DATE, next_deadline DATE, closed_why VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_case_file PRIMARY KEY (id), 
	CONSTRAINT fk_case_file_employer_id FOREIGN KEY(employer_id) REFERENCES employer (id), 
	CONSTRAINT fk_case_file_responsible_id FOREIGN KEY(responsible_id) REFERENCES staff (id), 
	CONSTRAINT uq_case_file_number UNIQUE (number), 
	CONSTRAINT uq_case_file_year_sequence UNIQUE (year, sequence)
);
CREATE TABLE case_party (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	employer_id INTEGER NOT NULL, 
	part VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_case_party PRIMARY KEY (id), 
	CONSTRAINT fk_case_party_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_case_party_employer_id FOREIGN KEY(employer_id) REFERENCES employer (id), 
	CONSTRAINT uq_case_party_case_id_employer_id_part UNIQUE (case_id, employer_id, part)
);
CREATE TABLE case_worker (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	occupation VARCHAR NOT NULL, 
	sex VARCHAR NOT NULL, 
	birth_year INTEGER, 
	citizenship VARCHAR NOT NULL, lives_at_site VARCHAR DEFAULT '' NOT NULL, 
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
	region VARCHAR NOT NULL, code VARCHAR DEFAULT '' NOT NULL, logo BLOB, 
	CONSTRAINT pk_centre PRIMARY KEY (id)
);
CREATE TABLE complaint (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	since VARCHAR, 
	logged_on DATE NOT NULL, 
	logged_by INTEGER, 
	settled_on DATE, 
	answers VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_complaint PRIMARY KEY (id), 
	CONSTRAINT fk_complaint_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_complaint_logged_by FOREIGN KEY(logged_by) REFERENCES staff (id)
);
CREATE TABLE complaint_worker (
	complaint_id INTEGER NOT NULL, 
	case_worker_id INTEGER NOT NULL, 
	CONSTRAINT pk_complaint_worker PRIMARY KEY (complaint_id, case_worker_id), 
	CONSTRAINT fk_complaint_worker_complaint_id FOREIGN KEY(complaint_id) REFERENCES complaint (id), 
	CONSTRAINT fk_complaint_worker_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id)
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
CREATE TABLE contract_check (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	case_worker_id INTEGER, 
	checked_on DATE NOT NULL, 
	checked_by INTEGER, 
	answers VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_contract_check PRIMARY KEY (id), 
	CONSTRAINT fk_contract_check_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_contract_check_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id), 
	CONSTRAINT fk_contract_check_checked_by FOREIGN KEY(checked_by) REFERENCES staff (id)
);
CREATE TABLE deadline (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	case_worker_id INTEGER, 
	kind VARCHAR NOT NULL, 
	rule VARCHAR NOT NULL, 
	started_on DATE, 
	due_on DATE NOT NULL, 
	latest_on DATE, 
	letter_id INTEGER, 
	instalment_id INTEGER, 
	after_id INTEGER, 
	note VARCHAR NOT NULL, 
	done_on DATE, 
	answer VARCHAR NOT NULL, 
	answer_note VARCHAR NOT NULL, 
	removed_on DATE, 
	removed_why VARCHAR NOT NULL, 
	made_by INTEGER, 
	CONSTRAINT pk_deadline PRIMARY KEY (id), 
	CONSTRAINT fk_deadline_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_deadline_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id), 
	CONSTRAINT fk_deadline_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id), 
	CONSTRAINT fk_deadline_instalment_id FOREIGN KEY(instalment_id) REFERENCES instalment (id), 
	CONSTRAINT fk_deadline_after_id FOREIGN KEY(after_id) REFERENCES deadline (id), 
	CONSTRAINT fk_deadline_made_by FOREIGN KEY(made_by) REFERENCES staff (id)
);
CREATE TABLE deduction (
	id INTEGER NOT NULL, 
	case_worker_id INTEGER NOT NULL, 
	month DATE NOT NULL, 
	amount_tiyn BIGINT NOT NULL, 
	ground VARCHAR NOT NULL, 
	consent VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	word VARCHAR NOT NULL, 
	CONSTRAINT pk_deduction PRIMARY KEY (id), 
	CONSTRAINT fk_deduction_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id)
);
CREATE TABLE directory_entry (
	id INTEGER NOT NULL, 
	shipped_key VARCHAR, 
	kind VARCHAR NOT NULL, 
	name_kk VARCHAR NOT NULL, 
	name_ru VARCHAR NOT NULL, 
	name_en VARCHAR NOT NULL, 
	name_sort VARCHAR NOT NULL, 
	region VARCHAR NOT NULL, 
	country VARCHAR NOT NULL, 
	address VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	hours VARCHAR NOT NULL, 
	languages VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	confidence VARCHAR NOT NULL, 
	checked_on DATE, 
	checked_by INTEGER, 
	active BOOLEAN NOT NULL, 
	CONSTRAINT pk_directory_entry PRIMARY KEY (id), 
	CONSTRAINT fk_directory_entry_checked_by FOREIGN KEY(checked_by) REFERENCES staff (id), 
	CONSTRAINT uq_directory_entry_shipped_key UNIQUE (shipped_key)
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
CREATE TABLE enquiry (
	id INTEGER NOT NULL, 
	on_day DATE NOT NULL, 
	channel VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	topic VARCHAR NOT NULL, 
	caller VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	sex VARCHAR NOT NULL, 
	citizenship VARCHAR NOT NULL, 
	region VARCHAR NOT NULL, 
	question VARCHAR NOT NULL, 
	answer VARCHAR NOT NULL, 
	staff_id INTEGER NOT NULL, 
	case_id INTEGER, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_enquiry PRIMARY KEY (id), 
	CONSTRAINT fk_enquiry_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT fk_enquiry_case_id FOREIGN KEY(case_id) REFERENCES case_file (id)
);
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
CREATE TABLE held_document (
	id INTEGER NOT NULL, 
	case_worker_id INTEGER NOT NULL, 
	complaint_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	number VARCHAR NOT NULL, 
	since VARCHAR, 
	held_by VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	word VARCHAR NOT NULL, 
	returned_on DATE, 
	CONSTRAINT pk_held_document PRIMARY KEY (id), 
	CONSTRAINT fk_held_document_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id), 
	CONSTRAINT fk_held_document_complaint_id FOREIGN KEY(complaint_id) REFERENCES complaint (id)
);
CREATE TABLE hours_month (
	id INTEGER NOT NULL, 
	case_worker_id INTEGER NOT NULL, 
	month DATE NOT NULL, 
	worked VARCHAR, 
	overtime VARCHAR, 
	night VARCHAR, 
	day_off VARCHAR, 
	hour_tiyn BIGINT, 
	paid_tiyn BIGINT, 
	word VARCHAR NOT NULL, 
	CONSTRAINT pk_hours_month PRIMARY KEY (id), 
	CONSTRAINT fk_hours_month_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id)
);
CREATE TABLE incoming_paper (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	letter_id INTEGER, 
	attachment_id INTEGER, 
	number VARCHAR NOT NULL, 
	year INTEGER NOT NULL, 
	sequence INTEGER NOT NULL, 
	received_on DATE NOT NULL, 
	sender VARCHAR NOT NULL, 
	their_number VARCHAR NOT NULL, 
	their_date DATE, 
	about VARCHAR NOT NULL, 
	answer VARCHAR NOT NULL, 
	noted_by INTEGER NOT NULL, 
	CONSTRAINT pk_incoming_paper PRIMARY KEY (id), 
	CONSTRAINT fk_incoming_paper_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_incoming_paper_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id), 
	CONSTRAINT fk_incoming_paper_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id), 
	CONSTRAINT fk_incoming_paper_noted_by FOREIGN KEY(noted_by) REFERENCES staff (id), 
	CONSTRAINT uq_incoming_paper_number UNIQUE (number), 
	CONSTRAINT uq_incoming_paper_year_sequence UNIQUE (year, sequence)
);
CREATE TABLE instalment (
	id INTEGER NOT NULL, 
	case_worker_id INTEGER NOT NULL, 
	promised_on DATE NOT NULL, 
	due_on DATE NOT NULL, 
	amount_tiyn BIGINT NOT NULL, 
	word VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_instalment PRIMARY KEY (id), 
	CONSTRAINT fk_instalment_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id)
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
CREATE TABLE law_key (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	public_key BLOB NOT NULL, 
	trusted_on DATE NOT NULL, 
	trusted_by INTEGER NOT NULL, 
	removed_on DATE, 
	CONSTRAINT pk_law_key PRIMARY KEY (id), 
	CONSTRAINT fk_law_key_trusted_by FOREIGN KEY(trusted_by) REFERENCES staff (id), 
	CONSTRAINT uq_law_key_public_key UNIQUE (public_key)
);
CREATE TABLE law_row (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	effective_from DATE NOT NULL, 
	confirmed_until DATE, 
	value VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	added_on DATE NOT NULL, 
	added_by INTEGER NOT NULL, 
	withdrawn_on DATE, 
	withdrawn_by INTEGER, 
	CONSTRAINT pk_law_row PRIMARY KEY (id), 
	CONSTRAINT fk_law_row_added_by FOREIGN KEY(added_by) REFERENCES staff (id), 
	CONSTRAINT fk_law_row_withdrawn_by FOREIGN KEY(withdrawn_by) REFERENCES staff (id)
);
CREATE TABLE law_update (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	key_id INTEGER NOT NULL, 
	signed_on DATE NOT NULL, 
	installed_on DATE NOT NULL, 
	installed_by INTEGER NOT NULL, 
	content VARCHAR NOT NULL, 
	signature BLOB NOT NULL, 
	CONSTRAINT pk_law_update PRIMARY KEY (id), 
	CONSTRAINT fk_law_update_key_id FOREIGN KEY(key_id) REFERENCES law_key (id), 
	CONSTRAINT fk_law_update_installed_by FOREIGN KEY(installed_by) REFERENCES staff (id), 
	CONSTRAINT uq_law_update_number UNIQUE (number)
);
CREATE TABLE leave_claim (
	case_worker_id INTEGER NOT NULL, 
	from_day DATE NOT NULL, 
	to_day DATE NOT NULL, 
	days_a_year VARCHAR, 
	used_days VARCHAR NOT NULL, 
	average_tiyn BIGINT, 
	word VARCHAR NOT NULL, 
	CONSTRAINT pk_leave_claim PRIMARY KEY (case_worker_id), 
	CONSTRAINT fk_leave_claim_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id)
);
CREATE TABLE "letter" (
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
	sealed BOOLEAN DEFAULT 0 NOT NULL, 
	addressee_kind VARCHAR DEFAULT 'employer' NOT NULL, 
	addressee VARCHAR DEFAULT '' NOT NULL, 
	code VARCHAR DEFAULT '' NOT NULL, 
	copy_of INTEGER, 
	sent_on DATE, 
	answered_on DATE, 
	worker_ids VARCHAR DEFAULT '' NOT NULL, 
	pdf BLOB NOT NULL, 
	CONSTRAINT pk_letter PRIMARY KEY (id), 
	CONSTRAINT fk_letter_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_letter_signer_id FOREIGN KEY(signer_id) REFERENCES staff (id), 
	CONSTRAINT uq_letter_number UNIQUE (number), 
	CONSTRAINT uq_letter_year_sequence UNIQUE (year, sequence)
);
CREATE TABLE letter_draft (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	workers INTEGER NOT NULL, 
	changed_on DATE NOT NULL, 
	changed_by INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	request VARCHAR NOT NULL, 
	CONSTRAINT pk_letter_draft PRIMARY KEY (id), 
	CONSTRAINT fk_letter_draft_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_letter_draft_changed_by FOREIGN KEY(changed_by) REFERENCES staff (id)
);
CREATE TABLE letter_sending (
	id INTEGER NOT NULL, 
	letter_id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	on_day DATE NOT NULL, 
	way VARCHAR NOT NULL, 
	proof VARCHAR NOT NULL, 
	their_number VARCHAR NOT NULL, 
	noted_by INTEGER NOT NULL, 
	CONSTRAINT pk_letter_sending PRIMARY KEY (id), 
	CONSTRAINT fk_letter_sending_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id), 
	CONSTRAINT fk_letter_sending_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_letter_sending_noted_by FOREIGN KEY(noted_by) REFERENCES staff (id)
);
CREATE TABLE money_entry (
	id INTEGER NOT NULL, 
	case_worker_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	amount_tiyn BIGINT NOT NULL, 
	on_day DATE NOT NULL, 
	note VARCHAR NOT NULL, evidence VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_money_entry PRIMARY KEY (id), 
	CONSTRAINT fk_money_entry_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id)
);
CREATE TABLE outcome (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	case_worker_id INTEGER, 
	code VARCHAR NOT NULL, 
	on_day DATE NOT NULL, 
	amount_tiyn BIGINT, 
	word VARCHAR NOT NULL, 
	evidence VARCHAR NOT NULL, 
	CONSTRAINT pk_outcome PRIMARY KEY (id), 
	CONSTRAINT fk_outcome_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_outcome_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id)
);
CREATE TABLE paper (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	number VARCHAR NOT NULL, 
	issued_on DATE, 
	expires_on DATE, 
	region VARCHAR NOT NULL, 
	employer VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_paper PRIMARY KEY (id), 
	CONSTRAINT fk_paper_person_id FOREIGN KEY(person_id) REFERENCES person (id)
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
	language VARCHAR NOT NULL, anonymised_on DATE, erase_from DATE, erase_reason VARCHAR DEFAULT '' NOT NULL, phone_safe VARCHAR DEFAULT '' NOT NULL, safe_contact VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id)
);
CREATE VIRTUAL TABLE person_names USING fts5(
  name_fold, content='person', content_rowid='id', tokenize='unicode61', prefix='2 3');
CREATE TABLE readiness (
	case_id INTEGER NOT NULL, 
	answers VARCHAR NOT NULL, 
	changed_on DATE NOT NULL, 
	CONSTRAINT pk_readiness PRIMARY KEY (case_id), 
	CONSTRAINT fk_readiness_case_id FOREIGN KEY(case_id) REFERENCES case_file (id)
);
CREATE TABLE referral (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	case_id INTEGER, 
	case_worker_id INTEGER, 
	enquiry_id INTEGER, 
	on_day DATE NOT NULL, 
	aim VARCHAR NOT NULL, 
	consent VARCHAR NOT NULL, 
	consent_on DATE, 
	result VARCHAR NOT NULL, 
	result_on DATE, 
	note VARCHAR NOT NULL, 
	staff_id INTEGER, 
	CONSTRAINT pk_referral PRIMARY KEY (id), 
	CONSTRAINT fk_referral_entry_id FOREIGN KEY(entry_id) REFERENCES directory_entry (id), 
	CONSTRAINT fk_referral_case_id FOREIGN KEY(case_id) REFERENCES case_file (id), 
	CONSTRAINT fk_referral_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id), 
	CONSTRAINT fk_referral_enquiry_id FOREIGN KEY(enquiry_id) REFERENCES enquiry (id), 
	CONSTRAINT fk_referral_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE satisfaction (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	on_day DATE NOT NULL, 
	language VARCHAR NOT NULL, 
	help_mark INTEGER, 
	respect_mark INTEGER, 
	again VARCHAR NOT NULL, 
	comment VARCHAR NOT NULL, 
	CONSTRAINT pk_satisfaction PRIMARY KEY (id), 
	CONSTRAINT fk_satisfaction_case_id FOREIGN KEY(case_id) REFERENCES case_file (id)
);
CREATE TABLE screening (
	id INTEGER NOT NULL, 
	case_worker_id INTEGER NOT NULL, 
	indicator VARCHAR NOT NULL, 
	answer VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	on_day DATE NOT NULL, 
	staff_id INTEGER, 
	CONSTRAINT pk_screening PRIMARY KEY (id), 
	CONSTRAINT fk_screening_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id), 
	CONSTRAINT fk_screening_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT uq_screening_case_worker_id_indicator UNIQUE (case_worker_id, indicator)
);
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
CREATE TABLE standing_text (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	shipped VARCHAR NOT NULL, 
	written_on DATE NOT NULL, 
	written_by INTEGER NOT NULL, 
	CONSTRAINT pk_standing_text PRIMARY KEY (id), 
	CONSTRAINT fk_standing_text_written_by FOREIGN KEY(written_by) REFERENCES staff (id), 
	CONSTRAINT uq_standing_text_key_language_version UNIQUE ("key", language, version)
);
CREATE TABLE stay (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	entered_on DATE NOT NULL, 
	left_on DATE, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_stay PRIMARY KEY (id), 
	CONSTRAINT fk_stay_person_id FOREIGN KEY(person_id) REFERENCES person (id)
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
	ended_on DATE, currency VARCHAR DEFAULT 'KZT' NOT NULL, exchange_rate VARCHAR, exchange_on DATE, exchange_source VARCHAR DEFAULT '' NOT NULL, week_hours VARCHAR, 
	CONSTRAINT pk_wage_terms PRIMARY KEY (case_worker_id), 
	CONSTRAINT fk_wage_terms_case_worker_id FOREIGN KEY(case_worker_id) REFERENCES case_worker (id)
);
CREATE TABLE work_right (
	person_id INTEGER NOT NULL, 
	status VARCHAR NOT NULL, 
	purpose VARCHAR NOT NULL, 
	answers VARCHAR NOT NULL, 
	unpaid_fine VARCHAR NOT NULL, 
	fine_on DATE, 
	fine_note VARCHAR NOT NULL, 
	CONSTRAINT pk_work_right PRIMARY KEY (person_id), 
	CONSTRAINT fk_work_right_person_id FOREIGN KEY(person_id) REFERENCES person (id)
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
