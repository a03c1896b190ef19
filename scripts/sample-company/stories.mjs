/** What the stories write into the timeline by hand, and where they make ordinary contact stop. */

/** Ordinary touches end so many days before the reference day (0: they go on). */
export const TOUCHES_STOP = {
  'champion-left': 24,
  'quiet-account': 131,
  'stalled-onboarding': 152,
  'early-win': 70,
  'detractor-no-follow-up': 38,
};

/** Accounts that never see an executive in the timeline. */
export const NO_EXECUTIVE = new Set(['renewal-no-executive']);

/** days before the reference day | kind | role of the person (or none) | subject | body */
export const SCRIPTED = {
  'champion-left': [
    [
      49,
      'qbr',
      'champion',
      '四半期レビュー',
      '全センターで棚卸差異の目標を達成。次の四半期は協力会社への展開を相談していくことで合意。',
    ],
    [
      38,
      'meeting',
      'champion',
      '定例：協力会社への展開',
      '展開の順番を確認。社内調整は推進役の方がお一人で進めておられる。',
    ],
    [
      24,
      'email',
      'champion',
      '退職のご挨拶',
      'お世話になっております。私事ですが今月末で退職することになりました。後任は決まり次第、会社よりご連絡いたします。これまでのご支援に心より感謝申し上げます。',
    ],
    [
      20,
      'internal-note',
      '',
      '推進役の退職',
      '後任未定。更新の話を進めていた相手がいなくなった。取締役への連絡ルートを探す必要あり。',
    ],
  ],
  'usage-up-nps-down': [
    [
      75,
      'meeting',
      'champion',
      '物量増への対応',
      '新しい荷主が2社増え、処理量が急に伸びている。夕方の時間帯に反応が遅いとのご指摘。',
    ],
    [
      40,
      'call',
      'field-manager',
      '夕方の待ち時間について',
      '毎日17時前後に端末待ちが出ている。応援を入れても変わらないとのこと。',
    ],
    [
      9,
      'internal-note',
      '',
      'アンケート結果について',
      '使用量は過去最高なのに評価は急落。量をさばくために使わざるを得ない状態と思われる。性能改善の見通しを先に用意してから伺う。',
    ],
  ],
  'quiet-account': [
    [
      133,
      'email',
      'champion',
      '利用状況レポートの送付',
      '毎月の利用状況をお送りします。前月からほとんど変化はございません。',
    ],
    [131, 'call', 'champion', '近況伺い', '特に変わりなし。忙しいので次はこちらから連絡する、とのこと。'],
    [
      60,
      'internal-note',
      '',
      '連絡なし',
      '先方からの連絡がないまま2か月以上。数字は横ばいで警告は出ていないが、こちらからも動けていない。',
    ],
  ],
  'renewal-no-executive': [
    [
      64,
      'meeting',
      'champion',
      'Renewal, first talk',
      'Operations wants to go on as is. Nobody could tell me who signs.',
    ],
    [27, 'call', 'admin', 'Paperwork for the renewal', 'IT forwards the quote "upstairs". No name, no date.'],
    [
      8,
      'internal-note',
      '',
      'No executive known',
      'Under three weeks to go and we have never met anyone above the operations manager.',
    ],
  ],
  'early-win': [
    [
      68,
      'meeting',
      'champion',
      'キックオフ',
      '最初の成果は「点検報告書の作成時間を半分にする」で合意。現状は一件あたり40分。',
    ],
    [59, 'meeting', 'admin', '設定の確認', '点検項目を12種類から7種類に整理。写真は必須に。'],
    [
      52,
      'training',
      'field-manager',
      '操作研修（点検員向け）',
      '14名参加。午後には全員が実機で報告まで完了。',
    ],
    [44, 'visit', 'field-manager', '稼働初日の立ち会い', '二つの班に同行。大きな混乱なし。'],
    [
      32,
      'meeting',
      'executive-sponsor',
      '最初の成果の確認',
      '点検報告の作成が一件40分から17分に短縮。社長ご本人が数字を確認され、月次会議で紹介いただくことになった。契約から38日。',
    ],
    [14, 'call', 'champion', '次の目標の相談', '次は部品の持ち出し記録を電子化したいとのご希望。'],
  ],
  expansion: [
    [190, 'visit', 'field-manager', '冷蔵棟の視察', '温度点検が紙のまま。同じ端末でできないかとのご相談。'],
    [
      165,
      'meeting',
      'economic-buyer',
      '現場点検オプションのご提案',
      '温度記録の転記作業が月60時間。二拠点分のお見積りをご依頼いただいた。',
    ],
    [
      126,
      'meeting',
      'executive-sponsor',
      '追加契約の合意',
      '役員決裁が下り、来月から現場点検オプションを開始。記録監査の指摘がなくなる点が決め手。',
    ],
    [
      45,
      'qbr',
      'executive-sponsor',
      '四半期レビュー（追加オプションの効果）',
      '温度記録の転記がゼロに。次は協力倉庫にも広げたいとのご要望。',
    ],
  ],
  'healthy-large': [
    [
      95,
      'qbr',
      'executive-sponsor',
      '四半期レビュー（役員同席）',
      '欠品による緊急配送費は前年の三分の一。全12拠点の在庫精度を報告し、目標を引き上げることで合意。',
    ],
    [
      33,
      'visit',
      'field-manager',
      '新拠点の立ち上げ確認',
      '標準手順だけで新拠点が立ち上がった。当社の支援はほぼ不要だった。',
    ],
    [6, 'meeting', 'champion', '定例：次の目標', '在庫回転日数を新しい指標に。基準値は今月の実績を使う。'],
  ],
  contraction: [
    [
      112,
      'meeting',
      'field-manager',
      'Inspection add-on, why so little use',
      'The inspection crews were outsourced in the summer. The new contractor brings its own tool.',
    ],
    [
      74,
      'email',
      'economic-buyer',
      'Re: cancelling the inspection add-on',
      'We will let the add-on end this quarter and keep the core product for the warehouses. No complaint about the product itself.',
    ],
    [
      52,
      'internal-note',
      '',
      'Contraction, core is safe',
      'Add-on is gone because of outsourcing. Core use unchanged, sponsor confirmed the renewal of the base contract.',
    ],
  ],
  churn: [
    [
      236,
      'meeting',
      'champion',
      '利用見直しのご相談',
      'ロット管理の改善が進まないことに加え、推進していた役員がご異動。来期の利用は白紙とのこと。',
    ],
    [
      204,
      'email',
      'champion',
      '契約終了のご意向',
      '社内で検討した結果、誠に残念ながら契約を終了する方向となりました。手続きについてお知らせください。',
    ],
    [
      160,
      'meeting',
      'admin',
      'データ引き渡しの打ち合わせ',
      '在庫と履歴の出力方法をご説明。月末で利用を停止。',
    ],
    [
      121,
      'internal-note',
      '',
      '解約の振り返り（事後の説明）',
      '一年前のアンケートで既に4点。要望への回答が二度遅れ、役員の異動を三か月知らなかった。異動の時点で役員面談を入れていれば避けられた可能性が高い。',
    ],
  ],
  reactivation: [
    [
      455,
      'email',
      'champion',
      '契約終了のお知らせ',
      '新しい基幹システムの在庫機能に一本化することになり、今期で終了とさせていただきます。',
    ],
    [
      198,
      'email',
      'champion',
      'ご相談',
      'ご無沙汰しております。基幹側の機能では現場が回らず、再開できないか相談させてください。',
    ],
    [
      150,
      'visit',
      'field-manager',
      '再開に向けた現地確認',
      '現場は紙に戻っていた。以前の設定が残っているため立ち上げは早い見込み。',
    ],
    [
      118,
      'meeting',
      'executive-sponsor',
      '再契約の合意',
      '前回は46名分で十分との判断。まず入荷と棚卸から再開する。',
    ],
    [
      30,
      'meeting',
      'champion',
      '再開三か月の振り返り',
      '以前の利用者がそのまま使いこなしている。棚卸は前回より早く終わった。',
    ],
  ],
  escalation: [
    [
      15,
      'call',
      'champion',
      'Stuck put-away, compliance concern',
      'Controlled items are sitting on the dock. They want a daily call until it is solved.',
    ],
    [
      10,
      'email',
      'executive-sponsor',
      'Formal escalation',
      'This is the second serious incident this month. I expect a written root cause and a plan with dates by the end of the week.',
    ],
    [
      8,
      'meeting',
      'executive-sponsor',
      'Escalation call with engineering',
      'Engineering explained the lock in the task queue. Fix is in test. Polite but clear: renewal is on the table.',
    ],
    [
      5,
      'internal-note',
      '',
      'Forecast versus reality',
      'The renewal is still in the forecast as a likely yes. With three urgent tickets open I would not sign that.',
    ],
    [
      2,
      'call',
      'champion',
      'Daily status',
      'Traceability report still incomplete. Outage fix goes live on Sunday night.',
    ],
  ],
  'stalled-onboarding': [
    [
      149,
      'meeting',
      'champion',
      'Kick-off',
      'Agreed on the Yokohama plant first. Item master to be delivered within two weeks.',
    ],
    [
      128,
      'call',
      'admin',
      'Item master not ready',
      'Their ERP team has other priorities. New date next month.',
    ],
    [
      101,
      'email',
      'champion',
      'Re: training dates',
      'Sorry, we have to move the training again. The plant manager is away and nobody can free the people.',
    ],
    [
      72,
      'meeting',
      'champion',
      'Restart of the project plan',
      'Third version of the plan. Still no item master and no project owner on the plant side.',
    ],
    [
      41,
      'email',
      'admin',
      'Re: item master',
      'About half of the items are cleaned. I cannot say when the rest follows.',
    ],
    [
      22,
      'internal-note',
      '',
      'Stuck for five months',
      'Paying for 90 seats, three people log in. Needs a sponsor talk before the first anniversary.',
    ],
  ],
  'support-quiet': [
    [
      88,
      'call',
      'field-manager',
      '操作に関する問い合わせ',
      '以前より問い合わせが減った理由を伺うと「最近は使う場面が減っている」とのこと。',
    ],
    [35, 'meeting', 'champion', '定例', '特に課題は出なかった。15分で終了。'],
    [
      13,
      'internal-note',
      '',
      '静かすぎる',
      '三か月問い合わせがゼロ。落ち着いたのではなく、使われなくなっている可能性。現場を見に行く。',
    ],
  ],
  'admins-only': [
    [
      58,
      'meeting',
      'admin',
      '定例：集計画面の活用',
      '管理者の方は毎日ご覧になっている。現場の入力は事務所で代行しているとのこと。',
    ],
    [
      17,
      'visit',
      'field-manager',
      '川崎営業所 訪問',
      '点検員は紙に記入し、夕方に事務の方がまとめて入力。端末は充電台に並んだまま。',
    ],
  ],
  'notice-given': [
    [
      46,
      'meeting',
      'economic-buyer',
      '来期のご契約について',
      '予算削減の対象になっているとのお話。代替案をご提示したが難しいご様子。',
    ],
    [
      18,
      'email',
      'champion',
      '契約終了のご連絡',
      '来期は更新しないことが正式に決まりました。短い間でしたがお世話になりました。',
    ],
  ],
  'detractor-no-follow-up': [
    [
      38,
      'email',
      'champion',
      'Your opinion counts',
      'A short survey is on its way to you. It takes one minute.',
    ],
  ],
  'churn-unavoidable': [
    [
      262,
      'email',
      'champion',
      'Closing our warehouse',
      'The owners retire and we close the Rutland warehouse this spring. Thank you for everything, it worked well for us.',
    ],
    [222, 'call', 'admin', 'Export of their history', 'Walked them through the export. Friendly goodbye.'],
  ],
};

/** Churn events: days relative to the end of the contract. */
export const CHURN = {
  churn: {
    reason: 'Product gap',
    avoidable: 'yes',
    comment: 'ロット管理の改善が間に合わず、推進役の役員も異動。',
    afterwards:
      '一年前の低い評価と役員異動を結び付けて見ていなかった。異動の時点で面談していれば避けられた可能性が高い。',
  },
  'churn-unavoidable': {
    reason: 'Business closed',
    avoidable: 'no',
    comment: 'Owners retire, warehouse closed. Satisfied until the end.',
    afterwards: 'Nothing we could have changed.',
  },
  reactivation: {
    reason: 'Replaced by ERP module',
    avoidable: 'unknown',
    comment: '基幹システムの在庫機能に一本化。',
    afterwards: '現場を見ずに決まった話だった。決定前に現場の作業量を示せていなかった。',
  },
};
