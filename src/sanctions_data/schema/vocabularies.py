"""Closed vocabularies: every code a cell may hold, and what it means.

A meaning says what the code is for and, where people mix them up, what it is not.
"""

from __future__ import annotations

AUTHORITY_KIND = {
    "international": "An organisation of states that binds its members, such as the UN Security "
    "Council.",
    "supranational": "A union of states that legislates directly, such as the European Union.",
    "state": "A state as a whole, where the measure is taken by its government.",
    "agency": "One body of a state that imposes measures of its own, such as OFAC in the US.",
}

INSTRUMENT_KIND = {
    "resolution": "A resolution of an international organisation.",
    "regulation": "A regulation: of the EU, or secondary legislation of a state.",
    "decision": "A decision, such as a CFSP decision of the EU Council.",
    "statute": "An act of parliament.",
    "order": "An executive order, decree, order in council or ministerial order.",
    "notice": "A notice, determination or direction of an agency; also a notice to airmen.",
    "statement": "A political statement that announces a measure but does not enact it.",
    "treaty": "An agreement between states.",
}

LIST_COMPLETENESS = {
    "complete": "The snapshot holds every entry as published that day.",
    "lacks_details": "Every entry is there, but not all that the publisher says of it, such as "
    "birth dates or programmes; an absent entry is taken to be delisted.",
    "incomplete": "Entries are missing; an absent entry is not taken to be delisted.",
}

SOURCE_KIND = {
    "list_snapshot": "An official list as it stood on one day.",
    "list_history": "When each entry of an official list was first and last seen, worked out from "
    "many files of the list; bounds of days, and nothing else of the entries.",
    "act": "The legal act itself, at its publisher.",
    "statement": "An official statement, at the body that made it or whole in a named copy.",
    "report": "A press, law-firm or research report about an act or an event. Not the act itself.",
    "dataset": "A dataset made by others from acts or lists.",
    "general_knowledge": "No document was checked. A row that rests on this is `unverified`.",
}

EVIDENCE = {
    "primary": "Read in the instrument or the official list itself. Not a report about it.",
    "secondary": "Read in a report about the instrument, such as a newspaper or a law firm.",
    "unverified": "General knowledge, not checked against a document.",
}

ENTITY_KIND = {
    "person": "A natural person.",
    "organisation": "A company, body, group, agency or armed group.",
    "vessel": "A ship, by its IMO number where it has one.",
    "aircraft": "One airframe. An airline is an `organisation`.",
    "state": "A state or its government as a whole.",
    "class": "A class of parties, such as all air carriers of one state.",
    "unknown": "The list, or our copy of it, does not say what sort of party it is.",
}

PARTY_KIND = {**ENTITY_KIND, "any": "Every kind of party."}

NAME_TYPE = {
    "primary": "The name under which the party is listed.",
    "alias": "Another name of the party, of good quality.",
    "former": "A name that the party no longer uses.",
    "weak_alias": "A name too common or too unsure to identify the party on its own.",
}

IDENTIFIER_TYPE = {
    "un_reference": "The permanent reference number of a UN listing, such as QDi.001.",
    "imo_number": "The number of a ship, or of a shipping company, at the IMO.",
    "mmsi": "The radio identity of a ship.",
    "call_sign": "The radio call sign of a ship.",
    "aircraft_registration": "The registration (tail number) of an aircraft.",
    "aircraft_msn": "The manufacturer's serial number of an aircraft.",
    "mode_s": "The ICAO 24-bit address of an aircraft.",
    "airline_code": "A code of an airline at ICAO or IATA.",
    "passport": "The number of a passport or travel document.",
    "national_id": "The number of a national identity document, or a personal number.",
    "tax_id": "A tax number.",
    "registration_number": "A number in a register of companies or organisations.",
    "lei": "A legal entity identifier.",
    "swift_bic": "A bank's identifier code.",
    "website": "A website of the party.",
    "email": "An electronic mail address of the party.",
    "phone": "A telephone or fax number of the party.",
    "crypto_address": "An address of a digital currency.",
    "ofsi_group": "The group number that the UK's OFSI gave to a party.",
    "eu_fsf_number": "The number of a party in the EU's database of sanctions (`logicalId`).",
    "other": "Another identifier, as the list prints it.",
}

ATTRIBUTE = {
    "birth_date": "Date of birth, as far as known: a day, a month or a year.",
    "birth_place": "Town or district of birth, as printed.",
    "birth_country": "Country of birth (ISO 3166-1 alpha-2).",
    "nationality": "Nationality or citizenship (ISO 3166-1 alpha-2).",
    "country": "Country of an address, of registration or of operation (ISO 3166-1 alpha-2).",
    "gender": "`male` or `female`, as printed.",
    "flag": "Flag state of a ship, or state of registration of an aircraft.",
    "previous_flag": "A former flag state.",
    "vessel_type": "Type of ship, as printed.",
    "aircraft_model": "Model of aircraft, as printed.",
    "tonnage": "Tonnage of a ship, as printed.",
    "length": "Length of a ship, as printed.",
    "built": "Year in which a ship or aircraft was built.",
    "founded": "Date on which an organisation was founded, as far as known.",
    "position": "Office or function held, as printed.",
    "title": "Title or rank, as printed.",
    "owner": "Owner or operator, as printed.",
    "linked_to": "Party through which this one was listed, as printed. Not an owner.",
    "entity_type": "Type of an organisation, as printed.",
    "business": "Line of business of an organisation, as printed.",
    "deceased": "`true` where the list says that the person is dead, `reported` where it says so "
    "of reports.",
    "secondary_sanctions": "Provision under which others who deal with the party risk sanctions "
    "themselves, as printed. Not a prohibition of its own.",
    "member_of": "Class of parties to which the party belongs, by its entity code. An airline "
    "belongs to the carriers of the country that the lists or our sources give it.",
}

LINK_RELATION = {
    "owned_by": "The party is owned or controlled by the related one.",
    "owns": "The party owns, controls or operates the related one.",
    "acts_for": "The party acts for the related one, or on its behalf.",
    "supports": "The party supports the related one.",
    "property_of": "The party is property, such as a ship, that the related one has a stake in.",
    "leads": "The person leads the related party, or is an official or chief executive of it.",
    "has_role_in": "The party plays a significant role in the related one.",
    "family_of": "The person is of the family of the related one.",
    "associate_of": "The party is an associate of the related one.",
}

MEASURE_TABLE = {
    "travel_bans": "Bans on entry, transit or stay.",
    "asset_freezes": "Freezes of funds and economic resources, blocking of property.",
    "flight_restrictions": "Limits on who may fly where, and on services to aircraft.",
    "other_measures": "Every other prohibition that a list or an act states.",
}

STATUS = {
    "in_force": "In force: begun and not ended on the day of the data.",
    "announced": "Announced, with the effect still to come or not confirmed.",
    "suspended": "Suspended by the authority but not revoked; the end is the first day of it.",
    "ended": "Ended: revoked, expired, lapsed or the party was delisted.",
    "never_in_force": "Adopted or announced, but it never took effect.",
}

DATE_PRECISION = {
    "day": "The date is exact.",
    "month": "Only the month is known; the date is its first day.",
    "year": "Only the year is known; the date is its first day.",
    "on_or_before": "The date is the latest possible: it happened then or earlier.",
    "unknown": "It happened, but the date is not known; the date cell is empty.",
}

START_RULE = {
    "eu_act_before_sighting": "The day of effect of the earliest act that the entry names, where a "
    "mirror of the list did not have the entry before, and had it within 29 days after the act.",
    "eu_act_after_un_listing": "The day of effect of the earliest act that the entry names, where "
    "the UN had listed the party a month before at most.",
    "au_instrument_text": "The day of the instrument that the entry names, from its text.",
    "au_control_date": "The control date that all entries have which name the same instrument.",
    "gb_own_regulations": "31 December 2020: the regulations of the United Kingdom applied from "
    "that day to whom its list had from before.",
    "seen_on_that_day": "A file of that day lacks it and a later file of the same day has it.",
}

BASIS = {
    "stated": "The source states the measure for this party.",
    "derived": "The source states the listing; a rule (`rule_id`) says which measure follows.",
}

ENTRY_SCOPE = {
    "entry_and_transit": "Entry into, and transit through, the territory.",
    "entry_and_stay": "Entry into, and leave to remain in, the territory.",
    "visa": "Ineligibility for a visa.",
}

ASSET_SCOPE = {
    "all_assets": "All funds and economic resources, and a ban on making them available.",
    "part_of_assets": "Only a part, such as the assets that were abroad on a given day.",
}

RESTRICTION_KIND = {
    "overflight": "Ban on flying through the airspace, often with landing.",
    "landing": "Ban on landing, take-off or access to airports. Not an airport transaction ban.",
    "operating_permit": "A permit, licence or traffic right suspended, refused or withdrawn.",
    "air_services_agreement": "Notice to end, or suspension of, an air services agreement. Not a "
    "flight ban: flights may go on until the notice runs out.",
    "route_suspension": "Flights between two places suspended by the imposing state.",
    "aviation_services": "Denial of parts, maintenance, insurance, fuel or other services to "
    "aircraft.",
    "denial_order": "Denial of export privileges, with an expiry date. Not a landing ban.",
    "airport_transactions": "Ban on transactions with an airport. Not a closure of it.",
    "no_fly_zone": "All flights, or all of a class, banned over a territory by a body that does "
    "not govern it.",
    "aircraft_ban": "Aircraft of a listed party banned from the airspace and airports.",
}

RESTRICTION_NATURE = {
    "sanction": "Adopted under a legal basis for sanctions.",
    "retaliatory": "Political or retaliatory, adopted under aviation or other law.",
}

APPLIES_WHERE = {
    "airspace": "In the airspace of the authority.",
    "airports": "At the airports of the authority.",
    "airspace_and_airports": "In the airspace and at the airports of the authority.",
    "target_airspace": "In the airspace of the territory that is restricted.",
    "routes": "On routes between the authority and the territory that is restricted.",
    "own_carriers": "On carriers and operators of the authority, wherever they are.",
    "worldwide": "On everyone under the authority's jurisdiction, wherever the aircraft is.",
    "treaty": "On traffic rights under a treaty.",
}

EVENT_RELATION = {
    "imposed": "The measure was imposed in or as part of the event.",
    "announced": "The measure was announced in the event and took effect later, if at all.",
    "widened": "An existing measure got a further legal basis or scope.",
    "followed": "The measure came later, in answer to the same events.",
    "consequence": "Not an act of an authority but what a party did because of one.",
    "unrelated": "Close in date and often confused, but for other reasons.",
}

STANCE = {
    "alleged": "Said that it is so, without claiming to have confirmed it.",
    "confirmed": "Said, on its own authority, that it is so.",
    "denied": "Said that it is not so.",
    "admitted": "Of the accused side, said that it is so.",
    "commented": "Took a position without asserting or denying it.",
}

CHANGE_ACTION = {
    "added": "The row is new in this version; `new_value` says how many new rows stand together.",
    "changed": "One cell of the row changed in this version.",
    "removed": "The row is gone in this version; `old_value` is its line in the CSV.",
}

MATCH_DECISION = {
    "same": "The listing is this party, whatever the matching rules say.",
    "different": "The listing is not this party, whatever the matching rules say.",
}
