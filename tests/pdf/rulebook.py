"""The rules of PDF/UA-1 (ISO 14289-1) and PDF/A-2a/3a (ISO 19005-2, -3) that a machine can
check and that our files could break.  Each rule yields where it is broken.

The numbers are those of the clauses, as the Matterhorn protocol and the usual validators
count them.
"""

RULES = {}


def rule(clause, says):
    def enter(function):
        RULES[clause] = (says, function)
        return function
    return enter


def check(file):
    """[(clause, says, places)] of the broken rules."""
    broken = []
    for clause, (says, function) in RULES.items():
        places = list(function(file))
        if places:
            broken.append((clause, says, places))
    return broken


def metadata(file):
    return file.data(file.catalog.get('/Metadata')).decode('utf-8', 'replace')
