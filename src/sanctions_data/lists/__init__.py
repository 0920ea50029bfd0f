"""Readers of official lists: an official file in, typed entries out.

A reader knows the format of its list and the entry type, nothing of our tables.
A new list is one new folder here and one line in ``FORMATS``; ``common`` holds what they share.
"""

from __future__ import annotations

from sanctions_data.lists import (
    au_dfat,
    ca_gac,
    ch_seco,
    cn_mfa,
    cn_mofcom,
    eu_fsf,
    eu_travel_bans,
    eu_vessels,
    fr_dgt_gels,
    gb_fcdo,
    gb_hmt_conlist,
    jp_mof,
    nl_terror,
    nz_mfat,
    pl_mswia,
    ru_mfa,
    tr_masak,
    ua_nsdc,
    un_1718_vessels,
    un_sc,
    us_bis_dpl,
)
from sanctions_data.lists.common.entry import Entry, ListFormat
from sanctions_data.lists.common.read_report import ListError, ReadReport
from sanctions_data.lists.us_ofac import cons as us_ofac_cons
from sanctions_data.lists.us_ofac import sdn as us_ofac_sdn

__all__ = ["FORMATS", "Entry", "ListError", "ListFormat", "ReadReport"]

FORMATS: dict[str, ListFormat] = {
    module.FORMAT.list_id: module.FORMAT
    for module in (
        un_sc,  # first, as other lists refer to its entries
        au_dfat,
        ca_gac,
        ch_seco,
        cn_mfa,
        cn_mofcom,
        eu_fsf,
        eu_travel_bans,
        eu_vessels,
        fr_dgt_gels,
        gb_fcdo,
        gb_hmt_conlist,
        jp_mof,
        nl_terror,
        nz_mfat,
        pl_mswia,
        ru_mfa,
        tr_masak,
        ua_nsdc,
        un_1718_vessels,
        us_bis_dpl,
        us_ofac_cons,
        us_ofac_sdn,
    )
}
