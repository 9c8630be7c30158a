"""Every page of the site with the right that it takes; nothing is reached but through this table."""

from lexatlas.web.door import Page
from lexatlas.web.pages import about, account, analyses, codebook, corrections, health, password, sign_in

PAGES = (
    Page("analyses", "", analyses.index, "read live"),
    Page("codebook", "codebook/", codebook.topics, "read live"),
    Page("codebook-topic", "codebook/<slug:topic>/", codebook.topic, "read live"),
    Page("corrections", "corrections/", corrections.index, "read live"),
    Page("about", "about/", about.about, "anyone"),
    Page("notice", "notice/", about.notice, "anyone"),
    Page("sign-in", "sign-in/", sign_in.sign_in, "anyone", ("GET", "POST")),
    Page("sign-out", "sign-out/", sign_in.sign_out, "signed in", ("POST",)),
    Page("password-reset", "password/reset/", password.reset, "anyone", ("GET", "POST")),
    Page("password-sent", "password/sent/", password.sent, "anyone"),
    Page("password-set", "password/<uidb64>/<token>/", password.set_by_link, "anyone", ("GET", "POST")),
    Page("account", "account/", account.account, "signed in", ("GET", "POST")),
    Page("password-change", "account/password/", account.password, "signed in", ("GET", "POST")),
    Page(
        "sign-out-everywhere",
        "account/sign-out-everywhere/",
        account.sign_out_everywhere,
        "signed in",
        ("POST",),
    ),
    Page("healthz", "healthz", health.healthz, "anyone"),
    Page("metrics", "metrics", health.metrics, "anyone"),
)

urlpatterns = [page.pattern() for page in PAGES]
