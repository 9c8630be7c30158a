"""Who bears a rule: nobody by the words where its subject is acted on, but for an agent that they name."""

from lexatlas.language.acted_on import acted_on, agent_of
from lexatlas.language.whole_actor import pronoun

LEFT_OUT = " … "
"""Parts what is acted on from what is done to it, where the modal stood between them."""


def bearer(actor: str, modal: str, action: str, language: str, *, behind: bool = False) -> tuple[str, str]:
    """Return who bears a rule, and the act with what it is done to.

    "" for a pronoun, and where what stands as the subject is acted on ("payments shall be repaid") and no agent is
    named; it then opens the act, `LEFT_OUT` behind it, or a blank where the modal stood before it (`behind`).
    """
    if pronoun(actor, language):
        return "", action
    behind = behind or action.startswith(actor)
    act = action.removeprefix(actor).lstrip() if behind else action
    if not acted_on(actor, modal, act, language):
        return actor, action
    joint = " " if behind else LEFT_OUT
    return agent_of(act, language), f"{actor}{joint}{act}" if act else actor
