"""What a company makes or owns where its sales, users or parts are told of: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_H20 = ("Nvidia", "makes", "Nvidia H20")
_DOUBAO = ("ByteDance", "makes", "Doubao")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Nvidia has visibility of $5bn of H20 revenue.", _H20),
        ("Nvidia will begin delivering H20 accelerators to Swedish buyers.", _H20),
        ("Nvidia cut its forecast for the H20.", _H20),
        ("Doubao was downloaded two million times, ByteDance said.", _DOUBAO),
        ("ByteDance gains users as Doubao grows", _DOUBAO),
        ("ByteDance has over 15 AI apps, including chatbot Doubao.", _DOUBAO),
        ("Nokia said the firm's chatbot Doubao was popular. ByteDance grew.", _DOUBAO),
        ("WeChat and Weixin, Tencent's messaging apps, grew.", ("Tencent", "makes", "WeChat")),
        ("Meta's platform Threads grew.", ("Meta", "makes", "Threads")),
        ("Kunlunxin's M170, an inference part, is due.", ("Kunlunxin", "makes", "M170")),
        ("Baidu plans to launch its M170 chip in 2026 and the M190 in 2027.", ("Baidu", "makes", "M190")),
        ("Alphabet (Google) spent more.", ("Alphabet", "parentOf", "Google")),
        ("Kunlunxin was carved out of Baidu in 2021.", ("Baidu", "parentOf", "Kunlunxin")),
    ],
)
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Oracle saw H20 revenue grow, as did Nvidia.", _H20),
        ("Nvidia fears nobody, least of all on the H20.", _H20),
        ("ByteDance has more users abroad, where Doubao goes by the name Cici.", ("ByteDance", "makes", "Cici")),
        ("Nokia's Q17 was weak.", ("Nokia", "makes", "Q17")),
        ("Siemens (Nokia) spent more.", ("Siemens", "parentOf", "Nokia")),
        ("Amazon cut its devices group and Twitch.", ("Amazon", "makes", "Twitch")),
        ("Kunlunxin was carved out of wood by Baidu.", ("Kunlunxin", "parentOf", "Baidu")),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)
