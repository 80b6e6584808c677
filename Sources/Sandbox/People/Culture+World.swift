extension Culture {
  /// Names in other letters, or from further away.
  static let wide = [
    Culture(
      "EN_US",
      .english,
      offsets: [330],
      share: 50,
      given: "Aarav Ananya Rohan Lakshmi Vikram Kavya Arjun Meera Sanjay Divya Harish Pooja",
      family: "Sharma Iyer Reddy Singh Nair Banerjee Kulkarni Menon Gupta Subramanian Das"
    ),
    Culture(
      "JA_JP",
      .japanese,
      offsets: [540],
      share: 35,
      familyFirst: true,
      given: """
        健太=kenta 美咲=misaki 翔=sho 陽子=yoko 大輔=daisuke 葵=aoi 直樹=naoki さくら=sakura
        """,
      family: """
        佐藤=sato 鈴木=suzuki 高橋=takahashi 田中=tanaka 渡辺=watanabe 山本=yamamoto 小林=kobayashi
        """
    ),
    Culture(
      "ZH_CN",
      .chinese,
      offsets: [480],
      share: 35,
      familyFirst: true,
      isSpaced: false,
      given: "伟=wei 芳=fang 秀英=xiuying 敏=min 静=jing 磊=lei 洋=yang 艳=yan 建国=jianguo",
      family: "王=wang 李=li 张=zhang 刘=liu 陈=chen 杨=yang 赵=zhao 黄=huang 周=zhou"
    ),
    Culture(
      "KO_KR",
      .english,
      offsets: [540],
      share: 10,
      familyFirst: true,
      isSpaced: false,
      given: "민준=minjun 서연=seoyeon 지훈=jihun 하은=haeun 현우=hyunwoo",
      family: "김=kim 이=lee 박=park 최=choi 정=jung"
    ),
    Culture(
      "RU_RU",
      .russian,
      offsets: [180],
      share: 20,
      given: """
        Дмитрий=dmitry Анна=anna Сергей=sergey Ольга=olga Алексей=alexey Наталья=natalia
        """,
      family: """
        Иванов=ivanov Смирнова=smirnova Кузнецов=kuznetsov Попова=popova Соколов=sokolov
        """
    ),
    Culture(
      "AR_AE",
      .arabic,
      offsets: [240],
      share: 12,
      given: "محمد=mohammed فاطمة=fatima أحمد=ahmed ليلى=layla يوسف=youssef مريم=mariam",
      family: "المنصوري=almansoori حداد=haddad الخطيب=alkhatib ناصر=nasser عباس=abbas"
    ),
    Culture(
      "HE_IL",
      .hebrew,
      offsets: [120],
      share: 8,
      given: "נועה=noa דוד=david יעל=yael אורי=uri תמר=tamar איתן=eitan",
      family: "כהן=cohen לוי=levi מזרחי=mizrahi פרץ=peretz ביטון=biton"
    ),
  ]

  /// All cultures of the tenant; their shares sum to 1,000.
  static let all = western + wide
}
