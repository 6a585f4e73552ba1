"""Every other language: what the four know together, and the commonest abbreviations and starters of Europe.

The stops of scripts without case (。 ؟ । ። ...) need no data: they always end a sentence (see `stops`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from xlate.segmenting import be, en, ru, uk
from xlate.segmenting.profile import NONE, Profile, merged, words

_ORDINAL_LANGUAGES = words("de da nb fi et lv hu cs sk sl hr sr eu")

_EUROPEAN = Profile(
    never=words(
        "Hr Hrn Frl Nr Str bzw z.B d.h u.a i.d.R s.o s.u vgl evtl ggf inkl zzgl geb gest Abs Abb Tel Prof Dr Dipl Ing "
        "Mag Mme Mlle MM Mgr Me env p.ex c.-à-d cf Sr Sra Srta Sres Dn Dña D Ud Uds p.ej núm pág págs Excmo Ilmo Av "
        "Avda Sig Sig.ra Sigg dott dott.ssa prof avv pag Dhr Mevr bijv o.a d.w.z nl resp dvs bl.a f.eks t.ex t.o.m kl "
        "nr ul al im św ks hab inż gen płk mjr kpt np tzn tzw m.in ww wg zob tzv např tj mj Bc JUDr MUDr RNDr sv č "
        "npr t.j oz g ga dr bl nam str d.o.o q.v डॉ प्रो श्री सुश्री med phil jur"
    ),
    measures=words("zł gr godz tys mln mld r w kr kg cm mm km Mio Mrd Std Min Sek hod"),
    years=words("r w"),
    usually=words("usw usf etc itd itp in atd apod osv m.m v.Chr n.Chr EE.UU a.C d.C ecc enz"),
    rarely=words("GmbH S.A S.p.A S.L A.G e.V Cía Sp.z.o.o"),
    followers={key: words("Euro Dollar Franken Menschen Einwohner") for key in ("Mio", "Mrd")},
    starters=words(
        "der die das ein eine er sie es wir ich ihr im am auf bei mit nach seit von vor zu zum zur aber und oder wenn "
        "als nicht auch doch dann dort hier heute gestern diese dieser dieses le la les un une des il elle ils elles "
        "nous vous je ce cette ces dans en sur pour avec mais et ou où si quand depuis el los las una unos ella ellos "
        "yo nosotros este esta esto ese pero con por para según desde lo gli uno io noi questo questa ma per nel "
        "nella o os as um uma ele ela eles mas com não na no de het een hij zij wij maar met van voor det den han hun "
        "vi men som on ona ono oni one my nie ale gdy kiedy jednak po w z do od"
    ),
    time_leads=words("am im seit vor nach en le el il w od do po dne v i om"),
)

_ALL = merged(en.PROFILE, ru.PROFILE, uk.PROFILE, be.PROFILE, _EUROPEAN)
_PROFILE = replace(_ALL, run_on_starters=NONE)  # В, In and He are other words elsewhere


@cache
def profile(language: str) -> Profile:
    """The profile for a language without a file of its own, and for "und"."""
    stops = ";" if language == "el" else ""  # NFC turns the Greek question mark U+037E into this character
    return replace(_PROFILE, ordinals=language in _ORDINAL_LANGUAGES, extra_stops=stops)
