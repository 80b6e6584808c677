/// The look of every HTML report.
///
/// Series are told apart by eight colours that stay apart for readers with any kind of colour blindness
/// (CIE 1976 distance of 20 and more under Machado's simulations of all three), and have 3:1 contrast with
/// the page, as fields of a heat map have 4.5:1 with the numbers in them.
enum StyleSheet {
  /// Its digest, by which the page's policy lets this style sheet in and no other.
  static let hash = "sha256-R3gA1MSkzRDUOZdkBMjgVNC4+D+2N/9Klblgd6eirQo="

  /// The style sheet, without any of the characters that XML escapes.
  static let text = """

    :root{color-scheme:light dark;--page:#fff;--ink:#1b1f24;--muted:#57606a;--rule:#d0d7de;--soft:#f4f6f8;
    --link:#0b5fa5;--mark:#fff6d6;
    --c1:#0b5fa5;--c2:#ed6380;--c3:#889413;--c4:#581029;--c5:#8f20ee;--c6:#5c4b14;--c7:#d560f7;--c8:#1b1695;
    --h0:#f0f2f4;--h1:#e1ecf7;--h2:#b9d4ea;--h3:#8ab6d9;--h4:#5e9bc9;--h5:#2468a0;--h6:#0b4073;
    --g1:#fbe3d3;--g2:#f5bf9c;--g3:#eb9767;--g4:#d9712f;--g5:#b2500f;--g6:#7d3505;
    --low:#1b1f24;--high:#fff;--low4:#1b1f24}
    @media screen and (prefers-color-scheme:dark){:root{--page:#15181c;--ink:#e6e8ea;--muted:#9aa4ae;
    --rule:#3a4149;--soft:#1f2429;--link:#7cbcf0;--mark:#3a3213;
    --c1:#5aa9e6;--c2:#e78420;--c3:#bfeced;--c4:#e41c7a;--c5:#7a5af0;--c6:#e7f431;--c7:#886135;--c8:#ebc3a1;
    --h0:#22272c;--h1:#1d2f40;--h2:#24496a;--h3:#2c6696;--h4:#4a95cd;--h5:#7fbbe8;--h6:#bfe0fa;
    --g1:#3b2518;--g2:#603617;--g3:#8d4c17;--g4:#cf7a30;--g5:#e9a566;--g6:#fbd3ae;
    --low:#e6e8ea;--high:#15181c;--low4:#15181c}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--page);color:var(--ink);
    font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif}
    main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 4rem}
    h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}
    h2{font-size:1.3rem;line-height:1.3;margin:2.5rem 0 .75rem}
    h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
    a{color:var(--link)}
    .facts{display:flex;flex-wrap:wrap;gap:.15rem 1.5rem;margin:0 0 1rem;font-size:.875rem;color:var(--muted)}
    .facts div{display:flex;gap:.4rem}
    .facts dt::after{content:":"}
    .facts dd{margin:0;color:var(--ink);overflow-wrap:anywhere}
    .note{background:var(--mark);border-left:4px solid var(--c2);padding:.5rem .75rem;margin:.75rem 0}
    nav{border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);padding:.5rem 0;font-size:.9rem}
    nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0}
    .prose{max-width:44rem}
    .figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:.75rem;margin:0}
    .figures div{background:var(--soft);border:1px solid var(--rule);border-radius:.5rem;padding:.7rem .9rem}
    .figures dt{font-size:.875rem;color:var(--muted)}
    .figures dd{margin:0;overflow-wrap:anywhere}
    .figures .value{font-size:1.75rem;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums}
    .figures .word{font-size:1.1rem;line-height:1.6}
    .figures .change{font-size:.9rem}
    .figures .before{font-size:.8rem;color:var(--muted)}
    figure{margin:0;overflow-x:auto}
    svg{display:block;width:100%;min-width:42rem;max-width:55rem;height:auto;font-size:12px;fill:var(--ink)}
    svg text{unicode-bidi:plaintext}
    .name{font-weight:600}
    .tick,.value{font-size:11px}
    .tick{fill:var(--muted)}
    .grid{stroke:var(--rule);stroke-width:1}
    .axis{stroke:var(--muted);stroke-width:1}
    .part{stroke:var(--page);stroke-width:1}
    path{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
    .s1{fill:var(--c1)}.s2{fill:var(--c2)}.s3{fill:var(--c3)}.s4{fill:var(--c4)}
    .s5{fill:var(--c5)}.s6{fill:var(--c6)}.s7{fill:var(--c7)}.s8{fill:var(--c8)}
    .l1{stroke:var(--c1)}.l2{stroke:var(--c2);stroke-dasharray:7 3}.l3{stroke:var(--c3);stroke-dasharray:2 3}
    .l4{stroke:var(--c4);stroke-dasharray:10 3 2 3}.l5{stroke:var(--c5)}
    .l6{stroke:var(--c6);stroke-dasharray:7 3}.l7{stroke:var(--c7);stroke-dasharray:2 3}
    .l8{stroke:var(--c8);stroke-dasharray:10 3 2 3}
    .h0{fill:var(--h0)}.h1{fill:var(--h1)}.h2{fill:var(--h2)}.h3{fill:var(--h3)}
    .h4{fill:var(--h4)}.h5{fill:var(--h5)}.h6{fill:var(--h6)}
    .g1{fill:var(--g1)}.g2{fill:var(--g2)}.g3{fill:var(--g3)}.g4{fill:var(--g4)}.g5{fill:var(--g5)}.g6{fill:var(--g6)}
    .on-h0{font-size:10.5px;fill:var(--muted)}
    .on-h1,.on-h2,.on-h3,.on-g1,.on-g2,.on-g3{font-size:10.5px;fill:var(--low)}
    .on-h4,.on-g4{font-size:10.5px;fill:var(--low4)}
    .on-h5,.on-h6,.on-g5,.on-g6{font-size:10.5px;fill:var(--high)}
    details{margin:.5rem 0;font-size:.9rem}
    summary{color:var(--muted);cursor:pointer}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;font-size:.875rem}
    th,td{padding:.35rem 1rem .35rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule);
    overflow-wrap:anywhere;min-width:3rem;max-width:26rem}
    tbody th{font-weight:400}
    thead th{color:var(--muted);font-weight:600;vertical-align:bottom;overflow-wrap:normal}
    .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    td.id{font-size:.75rem;line-height:1.75;color:var(--muted);max-width:5.5rem;white-space:nowrap;
    overflow:hidden;text-overflow:ellipsis}
    [align=right]{text-align:right}[align=center]{text-align:center}
    time{white-space:nowrap}
    .rest{font-size:.875rem;color:var(--muted)}
    code{font-size:.9em;overflow-wrap:anywhere}
    pre{overflow-x:auto;background:var(--soft);padding:.75rem}
    @page{margin:15mm}
    @media print{body{font-size:10.5pt}main{max-width:none;padding:0}nav,summary{display:none}
    h2,h3{break-after:avoid}svg,figure,tr,.figures div{break-inside:avoid}thead{display:table-header-group}
    figure,.scroll{overflow:visible}svg{min-width:0;max-width:none}table{font-size:8.5pt}
    th,td{padding:.2rem .5rem .2rem 0}.id{display:none}.figures{grid-template-columns:repeat(5,1fr)}
    .figures .value{font-size:1.35rem}.figures .word{font-size:1rem}
    a{color:inherit;text-decoration:none}svg,.note,.figures div{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

    """
}
