"""Of texts in other languages only signed amounts are read: what number words mean there is not guessed."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, Extraction

EXTRACTOR = RuleExtractor()
TEXTS = {
    "Czech": "Meta letos investuje 72 miliard dolarů do datových center a pro příští rok čeká růst, řekl mluvčí.",
    "Danish": "Meta vil bruge 72 milliarder dollar på datacentre i år, og Novo Nordisk fyrer 9.000 ansatte.",
    "Dutch": "ASML verwacht dit jaar 32,5 miljard euro omzet en schrapt 1.700 banen, zegt een woordvoerder.",
    "French": "Meta veut investir 72 milliards de dollars cette année, selon la presse. Airbus supprime 2.043 postes.",
    "German": "Meta will in diesem Jahr 72 Milliarden Dollar investieren. Die Deutsche Bank streicht 3.000 Stellen.",
    "Hungarian": "A Meta 72 milliárd dollárt költ idén, és az OTP nyeresége 56% volt, de ezt nem erősítették meg.",
    "Indonesian": "Meta akan menanam US$72 miliar untuk pusat data tahun ini, naik 56%. TikTok membantah laporan itu.",
    "Italian": "Meta investirà 72 miliardi di dollari nei data center. Stellantis taglia 2.500 posti, più di prima.",
    "Japanese": "Metaは今年、データセンターに720億ドルを投じる。Appleは56%増えた。",
    "Korean": "Meta는 올해 데이터센터에 720억 달러를 쓴다. Apple은 56% 늘었다.",
    "Norwegian": "Equinor tjente 46,7 milliarder kroner, og det er 56 prosent mer enn i fjor. Apple ville ikke svare.",
    "Polish": "Meta wyda w tym roku 72 mld dolarów na centra danych, oraz zwolni 3.600 osób, podał dziennik.",
    "Portuguese": "A Meta vai gastar US$ 72 bilhões em data centers neste ano. A Petrobras não respondeu.",
    "Romanian": "Meta investește 72 de miliarde de dolari în centre de date și vinde 56% din acțiuni.",
    "Russian": "Meta вложит 72 млрд долларов в дата-центры, выручка Nvidia выросла на 56%.",
    "Spanish": "Meta invertirá 72.000 millones de dólares este año. Telefónica despide a 3.500 personas, según EFE.",
    "Swedish": "Ericsson varslar 1.200 anställda i år och räknar med 72 miljarder kronor, ett tapp på 5 procent.",
    "Turkish": "Meta bu yıl veri merkezleri için 72 milyar dolar harcayacak, Apple’ın geliri yüzde 56 arttı.",
    "Vietnamese": "Meta dự kiến chi 72 tỷ USD cho trung tâm dữ liệu trong năm nay, tăng 56%.",
}


def read(text: str) -> Extraction:
    return EXTRACTOR.extract(Document(text, "t", "t.txt", date="2026-01-15"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_in_another_language_yields_nothing(text: str) -> None:
    found = read(text)
    assert (found.mentions, found.responses) == ((), ())
    assert [(remark.rule, remark.span.of(text)) for remark in found.warnings] == [("other-language", text)]


def test_lines_in_another_language_are_told_of_once_beside_english_ones() -> None:
    lines = [TEXTS["German"], "Meta will spend $72 billion on data centres.", TEXTS["Dutch"]]
    found = read("\n\n".join(lines))
    assert [mention.figure.of(found.document.text) for mention in found.mentions] == ["$72 billion"]
    assert [remark.message for remark in found.warnings if remark.rule == "other-language"] == [
        "not English: of 2 of 3 lines only amounts behind a currency sign are read"
    ]


def test_an_amount_behind_a_currency_sign_is_read_in_any_language() -> None:
    text = "Das Werk kostet $12, und die Stadt zahlt dafür €1,250."
    assert [mention.figure.of(text) for mention in read(text).mentions] == ["$12", "€1,250"]


@pytest.mark.parametrize(
    "text",
    [
        "Le Monde and La Nacion: De la Rue cuts 40% of jobs.",
        "Dan Ives of Van Eck sees a 12% rise in iPhone Pro sales.",
        "El Salvador's Los Angeles consul met Les Moonves and 400 guests for talks.",
    ],
)
def test_names_from_other_languages_make_no_text_foreign(text: str) -> None:
    assert len(read(text).mentions) == 1
