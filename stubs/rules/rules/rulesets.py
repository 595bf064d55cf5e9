"""Rules by name; a name that is not there is refused."""
from rules.predicates import predicate


class RuleSet(dict):
    def test_rule(self, name, *args, **kwargs):
        return name in self and self[name].test(*args, **kwargs)

    def rule_exists(self, name):
        return name in self

    def add_rule(self, name, pred):
        if name in self:
            raise KeyError(f'A rule with name `{name}` already exists')
        self[name] = predicate(pred)

    def set_rule(self, name, pred):
        self[name] = predicate(pred)

    def remove_rule(self, name):
        del self[name]


default_rules = RuleSet()


def add_rule(name, pred):
    default_rules.add_rule(name, pred)


def set_rule(name, pred):
    default_rules.set_rule(name, pred)


def remove_rule(name):
    default_rules.remove_rule(name)


def rule_exists(name):
    return default_rules.rule_exists(name)


def test_rule(name, *args, **kwargs):
    return default_rules.test_rule(name, *args, **kwargs)
