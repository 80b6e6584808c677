/// English words that any subject may need, the frequent ones first.
enum EnglishWords {
  static let adjectives = """
    new old small open final first wrong current missing good whole simple quick early late local
    internal external empty full double weekly short long strange broken manual stable public shared
    official temporary remote daily central strict clean legacy automatic partial common critical
    separate original next spare quiet regional optional monthly draft cheap noisy technical blue
    green red third hidden frozen complete average annual minor major loose rough typical modern flat
    dry heavy fragile foreign nightly digital narrow broad silent odd even plain secondary obsolete
    """

  static let nouns = """
    list problem version idea team page change date part number result week document example reason
    step topic status place office process detail message request rule group system half side answer
    calendar folder format option address owner room task action limit window letter line note order
    photo form model area basis level phase cycle habit choice effect deadline summary draft attempt
    package button keyboard adapter cable monitor projector whiteboard elevator garage reception
    parking shelf cupboard desk chair lamp carpet ceiling corridor basement warehouse truck pallet
    bridge harbour station airport hotel taxi ticket_machine passport visa luggage weather_forecast
    minute handbook glossary appendix chapter paragraph footnote translation spelling grammar accent
    thread mailbox signature attachment bookmark shortcut cursor keyboard_layout clipboard wallpaper
    battery charger headset speaker microphone camera scanner toner paper envelope stamp parcel
    formula spreadsheet diagram curve axis legend threshold tolerance margin percentile outlier
    committee chairman delegate visitor neighbour colleague successor deputy mentor trainee auditor
    inventory catalogue voucher refund deposit pension insurance mortgage allowance bonus overtime
    """
}
