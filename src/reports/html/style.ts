/** The style of the HTML page: light and dark, narrow and wide, screen and print. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fbfbfa;--card:#fff;--ink:#1b1f24;--soft:#59636e;--line:#d9dee3;--code:#f3f5f7;
--bad:#b3261e;--bad-bg:#fde7e4;--ok:#17703f;--ok-bg:#e2f3e8;--unk:#835400;--unk-bg:#fcefcf;--info:#1f5fae;--info-bg:#e4eefb;--none:#8a939c}
@media(prefers-color-scheme:dark){:root{--bg:#14171a;--card:#1b1f23;--ink:#e4e8ec;--soft:#9aa5b0;--line:#323940;--code:#22272c;
--bad:#ff9b8f;--bad-bg:#4a1f1c;--ok:#6fd39a;--ok-bg:#173626;--unk:#efc163;--unk-bg:#3d300f;--info:#8dbcff;--info-bg:#1a2f4a;--none:#75808a}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main,header,footer{max-width:1120px;margin:0 auto;padding:0 20px}
h1{font-size:1.05rem;margin:0;letter-spacing:.01em}h2{font-size:1.15rem;margin:40px 0 12px}h2 small,h1 small{font-weight:400;color:var(--soft)}
h3{font-size:.85rem;margin:18px 0 6px;color:var(--soft);font-weight:600}
a{color:var(--info)}p{margin:8px 0}
code,pre,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.87em}
code{overflow-wrap:anywhere}pre{margin:0;overflow-x:auto}
nav{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0 0 0 auto;font-size:.9rem}
.top{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:baseline;padding-top:18px;padding-bottom:14px}
.verdict{border:1px solid var(--line);border-left:6px solid var(--none);background:var(--card);border-radius:6px;padding:18px 22px}
.verdict.PASS{border-left-color:var(--ok)}.verdict.FAIL{border-left-color:var(--bad)}.verdict.NOT,.verdict.INTERRUPTED{border-left-color:var(--unk)}
.word{font-size:1.7rem;font-weight:700;line-height:1.2}.PASS .word{color:var(--ok)}.FAIL .word{color:var(--bad)}.NOT .word,.INTERRUPTED .word{color:var(--unk)}
.verdict p{margin:4px 0;color:var(--soft)}.verdict p.say{color:var(--ink);font-size:1.05rem}
.grade{float:right;text-align:center;border:1px solid var(--line);border-radius:6px;padding:4px 14px;margin:0 0 8px 16px;font-size:.8rem;color:var(--soft)}
.grade b{display:block;font-size:1.7rem;line-height:1.25;color:var(--ink)}
.who3{display:grid;grid-template-columns:repeat(auto-fit,minmax(230px,1fr));gap:12px;margin:12px 0 0}
.who3 div{border:1px solid var(--line);border-radius:6px;padding:10px 14px;background:var(--card);overflow-wrap:anywhere}
.who3 b{display:block;font-size:.85rem}.who3 .absent{background:none;border-style:dashed;color:var(--soft)}
.bar{display:block;width:100%;height:16px;border-radius:4px;margin:0 0 10px}
.bar .anyone{fill:var(--bad)}.bar .forged{fill:#d9822b}.bar .unknown{fill:#d8b13a}.bar .on-purpose{fill:#5b8fd0}.bar .valid-only{fill:#3f9c68}
.groups{display:flex;flex-wrap:wrap;gap:6px 26px;padding:0;margin:0;list-style:none}
.groups b{font-variant-numeric:tabular-nums}.dot{display:inline-block;width:.75em;height:.75em;border-radius:2px;margin-right:.5em}
.dot.anyone{background:var(--bad)}.dot.forged{background:#d9822b}.dot.unknown{background:#d8b13a}.dot.on-purpose{background:#5b8fd0}.dot.valid-only{background:#3f9c68}
.tools{display:flex;flex-wrap:wrap;gap:8px 14px;align-items:center;margin:0 0 12px;font-size:.9rem}
.tools[hidden]{display:none}
.tools input[type=search]{flex:1 1 220px;max-width:360px}
.tools input[type=search],.tools select,.tools button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:5px;padding:4px 9px}
details{border:1px solid var(--line);border-radius:6px;background:var(--card);margin:0 0 8px}
summary{cursor:pointer;padding:9px 14px;overflow-wrap:anywhere}summary:hover{background:var(--code)}
details>.in{padding:2px 18px 16px;border-top:1px solid var(--line)}
.finding>summary{display:grid;grid-template-columns:auto auto 1fr auto;gap:2px 12px;align-items:baseline}
.finding>summary .at{grid-column:3/5;color:var(--soft);font-size:.9em}.finding>summary .title{font-weight:600}
summary>.tag:nth-child(2){min-width:5.9em;text-align:center;justify-self:start}
.finding .num::before{content:'▸ '}.finding[open] .num::before{content:'▾ '}
.num{color:var(--soft);font-variant-numeric:tabular-nums;min-width:1.4em;text-align:right}
.tag{display:inline-block;border-radius:4px;padding:0 7px;font-size:.8rem;font-weight:600;background:var(--code);color:var(--soft);white-space:nowrap}
.critical,.high{background:var(--bad-bg);color:var(--bad)}.medium{background:var(--unk-bg);color:var(--unk)}.low,.info{background:var(--info-bg);color:var(--info)}
.excerpt{background:var(--code);border-radius:5px;padding:10px 0;margin:12px 0;line-height:1.45}
.excerpt .n{display:inline-block;width:4.2em;padding-right:1.2em;text-align:right;color:var(--none);user-select:none}
.excerpt mark{background:var(--bad-bg);color:inherit;border-radius:2px}.excerpt .caret{color:var(--bad)}.excerpt p{margin:4px 14px 0 4.2em;font-size:.93em}
.path{padding-left:1.6em;margin:6px 0}.path li{margin:3px 0;overflow-wrap:anywhere}
.loc{color:var(--soft)}.soft{color:var(--soft)}
.scroll:focus-visible{outline:2px solid var(--info);outline-offset:2px}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:6px;background:var(--card)}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{padding:6px 12px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}tr:last-child>td,tr:last-child>th{border-bottom:0}
thead th{font-weight:600;font-size:.85rem;color:var(--soft);vertical-align:bottom}
.matrix th,.matrix td{padding:4px 6px}
.matrix tbody th{font-weight:400;position:sticky;left:0;background:var(--card);overflow-wrap:anywhere;min-width:240px;padding-left:12px}
.matrix tbody th a{color:inherit;text-decoration:none}.matrix tbody th a:hover{text-decoration:underline}
.matrix tbody tr:hover>*{background:var(--code)}.matrix thead th:first-child{position:sticky;left:0;background:var(--card)}
.m{display:inline-block;min-width:4.4em;font-weight:600}
.matrix td{white-space:nowrap}
.matrix i,.legend i{display:inline-block;margin-right:2px;font-style:normal;width:1.65em;text-align:center;border-radius:3px;font-size:.82rem;line-height:1.55;font-weight:600}
i.ok{background:var(--ok-bg);color:var(--ok)}i.bad{background:var(--bad);color:var(--card)}i.unk{background:var(--unk-bg);color:var(--unk)}i.meant{background:var(--info-bg);color:var(--info)}i.none{color:var(--none)}
.w.bad{color:var(--bad);font-weight:700}.w.unk{color:var(--unk)}.w.ok{color:var(--ok)}.w.meant{color:var(--info)}.w.none{color:var(--none)}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0 0 10px;font-size:.88rem;color:var(--soft)}
dl{display:grid;grid-template-columns:minmax(120px,auto) 1fr;gap:4px 18px;margin:10px 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.curl{background:var(--code);border-radius:5px;padding:9px 12px;margin:8px 0;white-space:pre-wrap;overflow-wrap:anywhere}
ul.plain{list-style:none;padding:0;margin:6px 0}ul.plain li{margin:3px 0;overflow-wrap:anywhere}
footer{color:var(--soft);font-size:.88rem;padding-top:32px;padding-bottom:40px}
@media(min-width:1200px){#matrix>.scroll{margin:0 calc((100% - min(100vw - 40px,1480px))/2)}}
@media(max-width:640px){main,header,footer{padding:0 12px}.verdict{padding:14px}.finding>summary{grid-template-columns:auto 1fr auto}.finding>summary .title{grid-column:1/4;grid-row:2}.finding>summary .at{grid-column:1/4}
nav{margin:0}.stack thead{display:none}.stack tr,.stack td{display:block}.stack td{border:0;padding:2px 12px}.stack tr{border-bottom:1px solid var(--line);padding:6px 0}.matrix tbody th,.matrix thead th:first-child{position:static;min-width:190px}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:6px}details>.in{padding:2px 12px 12px}}
@media print{:root{--bg:#fff}body{font-size:11px}.tools,nav{display:none}details,.scroll{break-inside:avoid-page}.finding,.op{break-inside:auto}pre{white-space:pre-wrap}.scroll{overflow:visible}.matrix tbody th,.matrix thead th:first-child{position:static;min-width:0}.matrix i,.legend i,.tag,.bar,.dot{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`.replace(/\n/g, '');
