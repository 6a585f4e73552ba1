"""What the structure of a web page says about a part of it: by its tag, its role, and the names web designers give it.

Class and id names are English almost everywhere, also on Russian, Ukrainian and Belarusian sites.  A name is compared
whole ("share", not "shareholders"), split at hyphens, underscores and capitals.  A zone is one sign among several: the
reader ignores a zone that holds most of the page's text (a story in ``<div class="newsletter-archive">``).
"""

from __future__ import annotations

import re

from xlate.documents.draft import Zone
from xlate.documents.markup import Element

_TAGS = {
    "nav": Zone.NAVIGATION, "menu": Zone.NAVIGATION, "footer": Zone.FOOTER, "aside": Zone.ASIDE,
    "figcaption": Zone.CAPTION, "form": Zone.CONTROLS, "button": Zone.CONTROLS, "label": Zone.CONTROLS,
    "legend": Zone.CONTROLS, "fieldset": Zone.CONTROLS, "dialog": Zone.POPUP, "time": Zone.BYLINE,
}  # fmt: skip
_ROLES = {
    "navigation": Zone.NAVIGATION, "menu": Zone.NAVIGATION, "menubar": Zone.NAVIGATION, "search": Zone.CONTROLS,
    "contentinfo": Zone.FOOTER, "complementary": Zone.ASIDE, "dialog": Zone.POPUP, "alertdialog": Zone.POPUP,
    "banner": Zone.NAVIGATION,
}  # fmt: skip
# The first zone that fits counts: "newsletter-popup" is a newsletter, "related-tags" are tags.
_NAMES: tuple[tuple[Zone, str], ...] = (
    (Zone.COOKIE, "cookies? cookie-\\w+ consent gdpr ccpa"),
    (Zone.NEWSLETTER, "newsletters? mailpoet mailchimp optin opt-in subscribe subscriptions? signup sign-up "
                      "mailing donate donations? "
                      "support support-us banner-donate membership telegram tg patreon cta promo promos promo-box"),
    (Zone.SHARE, "share shares sharing sharedaddy sharebar addtoany social socials soc follow follow-us"),
    (Zone.COMMENTS, "comments comment-list commentlist comment respond disqus discussion replies"),
    (Zone.TAGS, "tags tag-list taglist tags-links post-tags topics keywords hashtags"),
    (Zone.AUTHOR, "author-bio author-box author-info author-card author-about about-author about-the-author bio "
                  "writer-bio contributor"),
    (Zone.CAPTION, "cap captions? figcaption wp-caption-text image-caption photo-caption photo-desc photo-credit "
                   "credit image-credit img-desc photo-description"),
    (Zone.RELATED, "related relatedposts related-\\w+ read-also also-read see-also read-more more-stories more-news "
                   "more-on recommend recommended recommendations trending trend popular most-read most-popular "
                   "latest latest-news also teaser teasers news-list newslist inset readmore"),
    (Zone.ADVERT, "ad ads advert adverts advertisement advertising adsense sponsored sponsor partner partners reklama "
                  "banner banners"),
    (Zone.CONTROLS, "poll polls quiz wpforms contact-form rating-widget rate-article star-rating"),
    (Zone.POPUP, "modal popup pop-up overlay toast paywall login signin sign-in"),
    (Zone.NAVIGATION, "nav navbar navigation menu breadcrumb breadcrumbs crumbs topbar top-bar top-strip toolbar "
                      "pagination pager skip-link skip-links skip site-header masthead site-navigation header-menu "
                      "languages lang-switcher toc table-of-contents "
                      "tableofcontents in-page-nav"),
    (Zone.FOOTER, "footer site-footer page-footer colophon copyright copyrights bottom-bar"),
    (Zone.ASIDE, "sidebar aside widget widgets"),
    (Zone.BYLINE, "byline author authors dateline timestamp date post-date pubdate published posted posted-on meta "
                  "entry-meta post-meta article-meta submitted views viewers counter "
                  "view-count viewcount reading-time read-time article-info info"),
)  # fmt: skip
_PATTERNS = tuple((zone, re.compile(rf"-(?:{'|'.join(names.split())})-")) for zone, names in _NAMES)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_NAMING = ("class", "id", "data-component", "data-testid", "data-module")
_NEVER = frozenset(["html", "body", "main", "article", "h1", "h2", "h3"])


def zone_of(element: Element) -> Zone:
    """The zone that an element opens by itself, whatever it stands in; PLAIN for most."""
    tag = element.tag
    if tag in _NEVER:
        return Zone.PLAIN
    role = (element.get("role") or "").strip().lower()
    if found := _ROLES.get(role) or _TAGS.get(str(tag)):
        return _named(element) or found if found in (Zone.ASIDE, Zone.FOOTER, Zone.POPUP) else found
    return _named(element) or Zone.PLAIN


def _named(element: Element) -> Zone | None:
    names = " ".join(element.get(key) or "" for key in _NAMING)[:500]
    for name in names.split():
        words = f"-{'-'.join(word.lower() for word in _WORDS.findall(name))}-"
        for zone, pattern in _PATTERNS:
            if pattern.search(words):
                return zone
    return None


def holds_article(element: Element) -> bool:
    """Whether the element's tag, role or ``itemprop`` says that the article's text is in it."""
    if element.tag in ("article", "main") or element.get("role") in ("article", "main"):
        return True
    return bool(element.get("itemprop") == "articleBody")
