extension Culture {
  /// Names in Latin letters.
  static let western = [
    Culture(
      "EN_US",
      .english,
      offsets: [-300, -360, -480],
      share: 210,
      given: """
        James Mary Robert Patricia Michael Linda David Susan Karen Daniel Nancy Emily Kevin
        Laura Brian Rachel Tyler Megan Marcus Denise Walter Joyce
        """,
      family: """
        Smith Johnson Brown Miller Davis Wilson Anderson Taylor Moore Jackson Martin Lee
        Thompson White Harris Clark Lewis O'Brien=obrien Walker Young Reyes
        """
    ),
    Culture(
      "EN_GB",
      .english,
      offsets: [0],
      share: 130,
      given: """
        Oliver Amelia Harry Isla Jack Poppy George Ava Alfie Grace Rhys Siân=sian Callum Niamh
        Fiona Angus Priya Imran
        """,
      family: """
        Jones Evans Patel Hughes Edwards Green Hall Wood Khan Wright Turner Cooper Ward
        Macdonald Campbell Begum O'Neill=oneill Davies
        """
    ),
    Culture(
      "DE_DE",
      .german,
      offsets: [60],
      share: 190,
      given: """
        Jürgen=juergen Sabine Thomas Anke Lukas Jana Björn=bjoern Käthe=kaethe Stefan Heike
        Matthias Ute Florian Katrin Sören=soeren Birgit Uwe Lena Felix Annegret
        """,
      family: """
        Müller=mueller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schäfer=schaefer
        Köhler=koehler Groß=gross Krüger=krueger Vogel Jäger=jaeger Weiß=weiss Huber Böhm=boehm
        Maier Öztürk=oeztuerk
        """
    ),
    Culture(
      "FR_FR",
      .french,
      offsets: [60],
      share: 70,
      given: """
        Chloé=chloe Léa=lea Hugo Camille Théo=theo Zoé=zoe François=francois Benoît=benoit
        Hélène=helene Mathilde Jérôme=jerome Aurélie=aurelie
        """,
      family: """
        Martin Bernard Dubois Durand Lefèvre=lefevre Moreau Garnier Gauthier Père=pere
        Lacroix D'Amboise=damboise Fournier
        """
    ),
    Culture(
      "ES_ES",
      .spanish,
      offsets: [60, -300],
      share: 70,
      given: """
        José=jose Lucía=lucia Martín=martin Íñigo=inigo Sofía=sofia Álvaro=alvaro Carmen Pablo
        Inés=ines Raúl=raul Marta Begoña=begona
        """,
      family: """
        García=garcia Fernández=fernandez López=lopez Núñez=nunez Muñoz=munoz Gómez=gomez Ruiz
        Ibáñez=ibanez Peña=pena Torres Vázquez=vazquez
        """
    ),
    Culture(
      "PT_PT",
      .portuguese,
      offsets: [0, -180],
      share: 60,
      given: """
        João=joao Inês=ines Tiago Beatriz Gonçalo=goncalo Conceição=conceicao Rui Catarina
        Luís=luis Mafalda André=andre
        """,
      family: """
        Silva Santos Ferreira Araújo=araujo Gonçalves=goncalves Simões=simoes Magalhães=magalhaes
        Sousa Costa Brandão=brandao
        """
    ),
    Culture(
      "PL_PL",
      .english,
      offsets: [60],
      share: 40,
      given: "Łukasz=lukasz Agnieszka Paweł=pawel Małgorzata=malgorzata Zofia Wojciech Jiří=jiri",
      family: "Kowalski Wiśniewska=wisniewska Wójcik=wojcik Żak=zak Novák=novak Dvořák=dvorak Lis"
    ),
    Culture(
      "SV_SE",
      .english,
      offsets: [60],
      share: 35,
      given: "Åsa=asa Lars Astrid Søren=soren Jón=jon Mikko Aino Øyvind=oyvind Ingrid Þóra=thora",
      family: """
        Andersson Sørensen=sorensen Åkesson=akesson Virtanen Hämäläinen=hamalainen Lindqvist
        Bjørk=bjork Ångström=angstrom
        """
    ),
    Culture(
      "TR_TR",
      .english,
      offsets: [180],
      share: 25,
      given: "İbrahim=ibrahim Ayşe=ayse Gökhan=gokhan Işıl=isil Çağla=cagla Emre Deniz",
      family: "Yılmaz=yilmaz Şahin=sahin Özdemir=ozdemir Çelik=celik Kaya Güneş=gunes"
    ),
  ]
}
