extension Tongue {
  static let french = Tongue(
    name: .french,
    share: 60,
    gap: " ",
    weekdays: "lundi mardi mercredi jeudi vendredi",
    statements: """
      J'ai mis à jour le document, voir {f}.
      {t} est terminé, il reste la partie {x}.
      La réunion avec {k} est reportée à {w} {h}.
      Il manque encore {x} pour {p}.
      {m} peux-tu relire la partie {n} avant {w} ?
      Le problème vient de {c}, pas de {x}.
      Nous avons {d} demandes en attente et {d} réglées.
      """,
    questions: """
      Qui s'occupe de {x} pour {k} ?
      Est-ce que {t} est prêt?
      Où se trouve le fichier {f}?
      On se voit {w} à {h}?
      """,
    answers: """
      Oui, c'est dans {f}.
      Non, ça a changé avec {r}.
      Je regarde et je te réponds avant {h}.
      Déjà fait, voir {t}.
      """,
    chat: """
      Merci !
      Bonjour à tous {e}
      Bon week-end {e}
      Ça marche.
      Bravo {q} {e}
      """,
    announcements: """
      À partir de {w}, la nouvelle procédure {n} est obligatoire.
      Bienvenue à {q} {e}
      """,
    rareWords: RareWords(
      starts: "a bé bou cha co cré dé é fa gé ha in jou la mé no ou pa pré ra ré sou ta tré va vi",
      middles: "bal cou dan fer gan lin lou mar nel pon qui ran ron sil ter tour val ver vin zon",
      ends: "age aire ance ant ée elle ement et eur euse ien ier ion ique oir ture é",
      count: 1 << 16
    ),
    subjects: [
      Subject(
        topics: """
          Projet {p}
          Équipe {x}
          Clients {k}
          Déjeuner
          """,
        nouns: """
          livraison facture contrat commande réunion équipe déploiement formation budget dossier
          devis été planning bâtiment
          """,
        sentences: """
          La facture de {k} est payée.
          La formation {p} commence {w}.
          """
      )
    ]
  )

  static let spanish = Tongue(
    name: .spanish,
    share: 55,
    gap: " ",
    weekdays: "lunes martes miércoles jueves viernes",
    statements: """
      He actualizado el documento, está en {f}.
      {t} ya está cerrado, falta la parte de {x}.
      La reunión con {k} pasa al {w} a las {h}.
      Todavía falta {x} para {p}.
      {m} revisa por favor la parte de {n}.
      Con {c} funciona, el año pasado no.
      Llevamos {d} de {d} y el {w} terminamos.
      """,
    questions: """
      ¿Quién lleva el tema de {x}?
      ¿Cómo va {t}?
      ¿Dónde está {f}?
      ¿Podemos hablar el {w} a las {h}?
      """,
    answers: """
      Sí, está en {f}.
      No, cambió con {r}.
      Lo miro y te digo algo antes de las {h}.
      Ya está hecho, mira {t}.
      """,
    chat: """
      ¡Gracias!
      Buenos días a todos {e}
      Buen fin de semana {e}
      Perfecto.
      ¡Enhorabuena {q}! {e}
      """,
    announcements: """
      A partir del {w} cambia el proceso de {n}.
      ¡Bienvenida, {q}! {e}
      """,
    rareWords: RareWords(
      starts:
        "a al ba ca co cha de em es ga gue ha in ja la lla ma no o pa pre que re sa su ta tra va",
      middles:
        "ban bor cal can cer dor fin gar lan len mar min mor nal pan ran ren rro sen tan ter zar",
      ends: "ada ado aje al anza ción dad dor era ero eza ía illo ista ito miento ón osa",
      count: 1 << 16
    ),
    subjects: [
      Subject(
        topics: """
          Proyecto {p}
          Equipo {x}
          Clientes {k}
          Comida
          """,
        nouns: """
          pedido factura contrato entrega reunión equipo despliegue formación presupuesto informe
          oferta año diseño almacén
          """,
        sentences: """
          La factura de {k} está pagada.
          La formación de {p} empieza el {w}.
          """
      )
    ]
  )

  static let portuguese = Tongue(
    name: .portuguese,
    share: 45,
    gap: " ",
    weekdays: "segunda terça quarta quinta sexta",
    statements: """
      Atualizei o documento, está em {f}.
      {t} está concluído, falta a parte de {x}.
      A reunião com {k} passou para {w} às {h}.
      Ainda não temos {x} para {p}.
      {m} podes rever a parte de {n}?
      A instalação em Lisboa está pronta, {d} de {d} postos.
      """,
    questions: """
      Quem trata de {x}?
      Como está {t}?
      Onde fica {f}?
      Pode ser {w} às {h}?
      """,
    answers: """
      Sim, está em {f}.
      Não, mudou com {r}.
      Vou ver e respondo até às {h}.
      """,
    chat: """
      Obrigado!
      Bom dia a todos {e}
      Bom fim de semana {e}
      Combinado.
      Parabéns {q} {e}
      """,
    announcements: """
      A partir de {w} muda o processo de {n}.
      Damos as boas-vindas a {q} {e}
      """,
    rareWords: RareWords(
      starts: "a ba ca co cha de em es ga gui i ja la lha ma no pa pre que re sa tra va vo",
      middles: "ban bor cal can cer dor fim gar lan len mar min mor nal ran ren sem tan ter",
      ends: "ada ado agem al ança ção dade dor eira eiro eza ia inho ista mento ões osa",
      count: 1 << 16
    ),
    subjects: [
      Subject(
        topics: """
          Projeto {p}
          Equipa {x}
          Almoço
          """,
        nouns: """
          encomenda fatura contrato entrega reunião equipa instalação formação orçamento relatório
          edifício cartão
          """,
        sentences: """
          A fatura de {k} está paga.
          A formação de {p} começa {w}.
          """
      )
    ]
  )
}
