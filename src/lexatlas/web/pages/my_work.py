"""My work: what is mine, what waits for me, what is late, and what is to be looked at again."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lexatlas.store.queries import work
from lexatlas.store.queries.work import ReviewTasks, Tasks
from lexatlas.web.asking import Asking, asking

_NONE, _NO_REVIEWS = Tasks((), 0), ReviewTasks((), 0)


@dataclass(frozen=True)
class MyWork:
    """The lists of the page; what a role does not do is empty."""

    mine: Tasks
    drafts: Tasks
    to_review: Tasks
    to_publish: Tasks
    to_answer: ReviewTasks
    to_resolve: ReviewTasks
    own_reviews: ReviewTasks
    late: Tasks
    look_again: Tasks

    @property
    def waiting(self) -> int:
        """How many things wait for this person."""
        waiting = (self.to_review, self.to_publish, self.to_answer, self.to_resolve)
        return sum(each.total for each in waiting)


def page(request: HttpRequest) -> HttpResponse:
    """Show the lists of whoever is signed in."""
    who = asking(request)
    return render(request, "my_work.html", {"work": _work(who), "who": who, "most": work.MOST})


def _work(who: Asking) -> MyWork:
    me, today = who.person, who.today
    reviews, publishes = who.may("review"), who.may("publish")
    return MyWork(
        mine=work.mine(me, today),
        drafts=work.drafts_of(me, today),
        to_review=work.to_review(me, today) if reviews else _NONE,
        to_publish=work.to_publish(today) if publishes else _NONE,
        to_answer=work.to_answer(me),
        to_resolve=work.to_resolve(me) if reviews else _NO_REVIEWS,
        own_reviews=work.own_reviews(me),
        late=work.late(None if publishes else me, today),
        look_again=work.to_look_again(today),
    )
