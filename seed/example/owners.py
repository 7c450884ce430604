"""Who work belongs to in the example: bodies, roles, teams, forums and projects.

Two names that may mean one thing stay two owners; a query asks.
"""

from dataclasses import dataclass

from seed.example.names import Names
from store import owners
from store.unit import Unit
from store.vocabulary import OwnerKind, SubjectKind


@dataclass(frozen=True, slots=True)
class Named:
    """One owner as the documents name it; each alias is (name, where it is so called)."""

    name: str
    expansion: str = ""
    cadence: str = ""
    remark: str = ""
    aliases: tuple[tuple[str, str], ...] = ()


BODIES = (
    Named("Cambridgeshire Constabulary", aliases=(("the Constabulary", "D3, D5, D7"),)),
    Named("HMICFRS", "the inspectorate of constabulary and fire & rescue services"),
    Named(
        "OPCC",
        "Office of the Police and Crime Commissioner for Cambridgeshire and Peterborough",
        aliases=(("Police and Crime Commissioner", "D3, D5, D7"), ("my office", "D3")),
    ),
    Named("Home Office"),
    Named("Ministry of Justice"),
    Named("Department for Education"),
    Named("BCH", "Bedfordshire, Cambridgeshire and Hertfordshire police collaboration"),
)
ROLES = (
    Named("Custody Lead"),
    Named("Custody Directors", remark="Not yet appointed when the letter was written (D3)."),
    Named(
        "ACC",
        "Assistant Chief Constable",
        remark="Lead for child protection (D1, section 2).",
    ),
    Named("YPEIO", "Young Person Early Intervention Officer"),
)
TEAMS = (
    Named("VFD", "Vulnerability Focus Desks", aliases=(("vulnerability focus desks", "D1"),)),
    Named(
        "EIDAD",
        "Early Intervention Domestic Abuse Desks",
        aliases=(("EIDA Desks", "D3, answer 7"), ("early intervention desk", "D1, section 6")),
    ),
    Named("MET Hub", "Missing, Exploited and Trafficked Hub"),
    Named("MASH", "Multi-Agency Safeguarding Hub"),
    Named("POLIT", "Paedophile Online Investigation Team"),
    Named("PPU", "Public Protection Unit"),
    Named("PVP", "Protecting Vulnerable People department"),
    Named("CAISU", "Child Abuse Investigation and Safeguarding Unit"),
    Named("NPT", "Neighbourhood Policing Teams"),
    Named("ISCD", "Intelligence and Specialist Crime Department"),
    Named("Command Cells"),
    Named("Demand Hub", "the control room"),
    Named("VCT", "Volume Crime Team"),
    Named("L&D", "Learning and Development"),
    Named("Custody department"),
    Named(
        "SAFE team",
        "Local Authority SAFE team",
        remark="The same letter calls SAFE a new model of the Youth Offending Service.",
    ),
)
FORUMS = (
    Named(
        "BCB",
        "Business Co-ordination Board",
        aliases=(("Business Coordination Board", "D2, heading"), ("my Board meeting", "D5")),
    ),
    Named("VPG", "Vulnerability Performance Group", "monthly"),
    Named(
        "FDMM",
        "Force Daily Management Meeting",
        "daily",
        aliases=(("daily management meetings", "D1, section 2"),),
    ),
    Named("DMM", cadence="fortnightly", remark="Not spelled out; a partnership meeting (D7)."),
    Named("Tactical planning meetings", cadence="fortnightly", remark="D1, section 2."),
    Named("Force performance board", cadence="monthly", remark="Chaired by the ACC (D1)."),
    Named("YPIC meeting", "Meeting with partners on young people in custody", "monthly"),
    Named("YJB", "Youth Justice Board"),
    Named("Youth Justice Management Board", cadence="quarterly"),
    Named("CSDG", "Crime Standards Delivery Group"),
    Named("IIOC task group", "Task & Finish group on peer-on-peer indecent images of children"),
    Named("Domestic abuse scrutiny panel", cadence="monthly", remark="D1, section 6."),
    Named("Partnership Board", "Cambridgeshire and Peterborough Partnership Board"),
    Named("Level 1 meetings", "Level 1 meetings, North and South", "weekly"),
    Named("TTCG", remark="Not spelled out (D3, answer 9)."),
    Named("Scrutiny Groups", "Missing From Home and Domestic Abuse Scrutiny Groups"),
    Named("Force Performance Governance"),
)
PROJECTS = (
    Named("KAIZEN", "Project KAIZEN: domestic abuse response plan, led by PVP"),
    Named("ARTEMIS", "Project ARTEMIS: the child’s voice at the scene; missing children"),
    Named("BOYD", "Project BOYD: public protection unit"),
    Named("FLETCHER", "Project FLETCHER: supervision and the Supervisors’ E-Book"),
    Named("CSA/E plan", "Child sexual abuse and exploitation response plan"),
    Named("MFH Strategy", "Missing From Home strategy and implementation plan"),
    Named("CE Hub", "Child Exploitation Hub: MET Hub and intelligence department together"),
    Named("Transforming Lives", remark="Early intervention with schools since 2016 (D1)."),
    Named("Makesafe", "Op MakeSafe", aliases=(("Op MakeSafe", "D1, section 7"),)),
    Named("Pause Point", remark="Staff welfare (D1, section 2)."),
)
BY_KIND = (
    (OwnerKind.BODY, BODIES),
    (OwnerKind.ROLE, ROLES),
    (OwnerKind.TEAM, TEAMS),
    (OwnerKind.FORUM, FORUMS),
    (OwnerKind.PROJECT, PROJECTS),
)


def tell(change: Unit, names: Names) -> None:
    """Write every owner."""
    for kind, owned in BY_KIND:
        for one in owned:
            key = owners.add(
                change,
                one.name,
                kind,
                expansion=one.expansion,
                cadence=one.cadence,
                remark=one.remark,
                aliases=one.aliases,
            )
            names.keep(one.name, SubjectKind.OWNER, key)
