extension Tongue {
  static let german = Tongue(
    name: .german,
    share: 130,
    gap: " ",
    weekdays: "Montag Dienstag Mittwoch Donnerstag Freitag",
    statements: """
      Ich habe die Unterlagen zum Thema {n} aktualisiert, siehe {f}.
      {t} ist erledigt, der Teil mit {x} hat länger gedauert.
      Wir brauchen noch eine Rückmeldung von {k} bis {w}.
      Kurze Info: am {w} ab {h} ist das System nicht erreichbar.
      Das Thema {n} müssen wir am {w} besprechen.
      {m} bitte einmal über {x} schauen.
      Die Prüfung läuft, {d} von {d} Punkten sind fertig.
      Für {p} fehlt uns noch die Größe von {x}.
      Der Termin mit {k} ist auf {w}, {h} verschoben.
      Mit {c} funktioniert es, ohne leider nicht.
      Ich würde {x} erst einmal weglassen.
      Die Lösung steht hier: {u}
      {q} übernimmt das Thema {n} ab {w}.
      Leider gibt es wieder Ärger mit {x}.
      """,
    questions: """
      Wer kümmert sich um das Thema {n}?
      Gibt es schon Neues zu {t}?
      Könnt ihr bitte {f} prüfen?
      Passt {w} um {h} für alle?
      Warum fehlt {x} in {p}?
      {m} weißt du, wo die Dateien für {k} liegen?
      """,
    answers: """
      Ja, liegt in {f}.
      Nein, das hat sich mit {r} geändert.
      Ich frage bei {q} nach und melde mich.
      Das war {x}, ist jetzt behoben.
      Steht in {t}.
      Erst am {w}, vorher schaffe ich es nicht.
      """,
    chat: """
      Danke!
      Guten Morgen zusammen {e}
      Schönes Wochenende {e}
      Passt.
      Mache ich.
      Vielen Dank {q}, super Arbeit {e}
      Mahlzeit {e}
      Bin bis {h} im Termin.
      """,
    announcements: """
      Ab {w} gilt die neue Regelung zum Thema {n}.
      Wir begrüßen {q} im Team {e}
      {p} ist live, danke an alle Beteiligten!
      """,
    rareWords: RareWords(
      starts: """
        ab an auf aus be dar ein ent er fest ge grund haupt her hin hoch kern lauf mit nach neu ober
        rück rund stein steuer stör tief über um un unter ver voll vor wald weiter werk zer zu zwei
        """,
      middles: """
        bau blech brems dreh druck fahr feld fluss gieß gleis grab hand kabel kraft lager licht mess
        mühl pump rad raum ring schalt schließ schutz seil stell strom trag wand zahn zieh züg
        """,
      ends: "e el en er heit ig keit lich ling nis sam schaft ung ungs",
      count: 1 << 17
    ),
    subjects: [
      Subject(
        topics: """
          Einführung {p}
          Kundendienst {k}
          Abteilung {x}
          Mittagessen
          Arbeitskreis {x}
          """,
        nouns: """
          Auftrag Rechnung Prüfung Lieferung Freigabe Vertrag Schulung Übergabe Störung Änderung
          Bestellung Planung Umzug Werkstatt Angebot Kündigung Straße Schlüssel Abnahme Gerät
          """,
        sentences: """
          Die Rechnung an {k} ist raus.
          Störung seit {h}, {d} Anrufe bisher.
          Die Schulung für {p} findet am {w} statt.
          """
      )
    ]
  )
}
