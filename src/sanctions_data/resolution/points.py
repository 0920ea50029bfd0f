"""What each piece of evidence is worth: ``docs/matching.md`` says how that was measured."""

from __future__ import annotations

THRESHOLD = 80

REFERENCE = 120
NUMBER = 100
NUMBER_WITHOUT_COUNTRY = 80
SHORT_PERSON_NAME = 45
PERSON_NAME = 65
BODY_NAME = {1: 50, 2: 60, 3: 65}
RARE_BODY_NAME = {1: 60, 2: 65, 3: 65}
NEAR_NAME = 10
SAME_FORM = 5
BIRTH_DAY = 65
BIRTH_YEAR = 20
SAME_COUNTRY = 15
SAME_COUNTRY_OF_BODY = 20
SAME_MATTER = 15
SEAT_IN_COUNTRY_OF_MATTER = 15
SAME_LISTING_DAY = 10
TAKEN_OVER = 20
SECOND_NAME = 20
COMMON_NAME = -40
CONTESTED_BODY_NAME = -30
NO_NAMESAKE = 10

# Bits of rarity from which a name is rare: that of a body of so many words, and that of a
# person among all persons and among those of the same country or matter.
RARE_BODY = {1: 10.5, 2: 18.0, 3: 20.0}
RARE_PERSON = 18.0
RARE_IN_PLACE = 14.0

# No two persons of one name are to be expected where fewer pairs than this are.
FEW_NAMESAKES = 1 / 16
