"""Forms as pages offer them, read from the page itself, so that no form of a new page can be forgotten."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import html

TEXTUAL = {
    "text",
    "search",
    "email",
    "password",
    "url",
    "tel",
    "textarea",
    "date",
    "number",
    "datetime-local",
}
UNSENT = {"submit", "button", "reset", "image"}
MARK = "csrfmiddlewaretoken"


@dataclass(frozen=True)
class Field:
    """One field of a form: its kind, the value it holds, and those that may be chosen."""

    name: str
    kind: str
    value: str
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class Form:
    """A form: where it is sent, how, and its fields; `label` is what its button says."""

    page: str
    action: str
    method: str
    multipart: bool
    fields: tuple[Field, ...]
    label: str

    @property
    def like(self) -> tuple[object, ...]:
        """What tells two forms apart whose values differ only: address without numbers, fields, button."""
        path = "/".join("N" if part.isdigit() else part for part in self.action.partition("?")[0].split("/"))
        return (path, self.method, tuple(sorted({field.name for field in self.fields})), self.label)

    def filled(self) -> dict[str, list[str]]:
        """Return what a person sends who changes nothing."""
        sent: dict[str, list[str]] = {}
        for field in self.fields:
            if field.kind not in (*UNSENT, "file") and field.name != MARK:
                sent.setdefault(field.name, []).append(field.value)
        return sent


def forms_of(body: bytes, page: str) -> Iterator[Form]:
    """Yield the forms of a page, in its order."""
    tree = html.document_fromstring(body, parser=html.HTMLParser(encoding="utf-8"))
    for element in tree.iter("form"):
        method = (element.get("method") or "get").lower()
        found = [each for each in tree.xpath("//input|//select|//textarea|//button") if _owner(each, element)]
        yield Form(
            page=page,
            action=urljoin(page, element.get("action") or page),
            method=method,
            multipart="multipart" in (element.get("enctype") or ""),
            fields=tuple(_fields(found)),
            label=" ".join(" ".join(each.text_content() for each in found if each.tag == "button").split())[
                :60
            ],
        )


def _owner(element: html.HtmlElement, form: html.HtmlElement) -> bool:
    named = element.get("form")
    return named == form.get("id") if named else any(up is form for up in element.iterancestors("form"))


def _fields(elements: list[html.HtmlElement]) -> Iterator[Field]:
    radios: Mapping[str, list[str]] = {}
    for each in elements:
        name = each.get("name")
        if not name or each.get("disabled") is not None:
            continue
        required = each.get("required") is not None
        if each.tag == "select":
            choices = tuple(option.get("value", option.text or "") for option in each.iter("option"))
            chosen = [
                option.get("value", "")
                for option in each.iter("option")
                if option.get("selected") is not None
            ]
            yield Field(name, "select", (chosen or list(choices) or [""])[0], choices, required)
        elif each.tag == "textarea":
            yield Field(name, "textarea", each.text or "", (), required)
        elif each.tag == "button":
            yield Field(name, "submit", each.get("value", ""))
        elif each.get("type", "text") == "radio" and name in radios:
            continue
        else:
            radios = {**radios, name: [each.get("value", "on")]}
            yield Field(name, each.get("type", "text"), each.get("value", ""), (), required)
