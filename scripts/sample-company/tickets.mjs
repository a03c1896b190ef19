/** Support tickets: what went wrong on the floor, in the customer's own language. */
import { ago, instant, REFERENCE_DAY, WINDOW_START, workday } from './calendar.mjs';
import { contactOn } from './contacts.mjs';
import { bag, streamFor } from './random.mjs';
import { fits } from './trade.mjs';

/** type | priority | subject | description */
const JA = `
Bug|high|ハンディ端末でスキャンが二重登録される|同じバーコードを一度読んだだけで数量が2になることがあります。端末は旧型3台で発生、新型では出ていません。
Bug|normal|棚卸差異一覧のCSVが文字化けする|表計算ソフトで開くと商品名が読めません。先月までは問題なく開けていました。
Question|low|ロケーション番号の一括変更について|棚の移設に伴い、約300ロケーションの番号を付け替えたいです。手順を教えてください。
Question|normal|利用者の権限を拠点ごとに分けたい|パートの方には自拠点の作業だけを見せたいのですが、設定方法が分かりません。
Bug|urgent|ピッキングリストが印刷できない|今朝から出荷帳票が出力されません。午後の便に間に合わないため至急お願いします。
Request|low|作業指示に写真を複数枚添付したい|点検結果の写真が1枚しか付けられず、現場では紙で補っています。
Bug|normal|オフライン中の記録が同期されない|地下の機械室で入力した点検結果が、地上に戻っても送信されないままです。
Question|low|ラベルプリンタの推奨機種|新センター用にラベルプリンタを4台購入予定です。動作確認済みの機種を教えてください。
Bug|high|入荷検品の画面が固まる|明細が500行を超える入荷予定を開くと操作を受け付けなくなります。
Question|normal|ロット番号の桁数制限|仕入先変更によりロット番号が18桁になりました。登録できる上限を確認したいです。
Request|normal|賞味期限の近い商品を一覧で見たい|期限30日以内の在庫を毎朝確認しています。自動で一覧が出せると助かります。
Bug|normal|ダッシュボードの集計が1日ずれる|夜勤帯の実績が翌日に計上されています。締め時刻の設定は5時です。
Question|low|退職者アカウントの削除手順|今月末で3名退職します。履歴を残したまま利用停止にする方法を教えてください。
Bug|high|点検チェックリストの必須項目が飛ばせてしまう|必須にした項目を空欄のまま完了できてしまいます。監査で指摘されかねません。
Question|normal|基幹システムとの連携エラー|夜間の商品マスタ連携で2件だけエラーになります。エラー番号の意味を教えてください。
Request|low|班ごとの進捗を大きく表示したい|現場の大型モニタに映すと文字が小さく、離れた場所から読めません。
Question|normal|端末の入替時のデータ移行|ハンディ端末10台を入れ替えます。設定の引き継ぎ方法をご教示ください。
Bug|normal|在庫数がマイナスになる商品がある|{n}品目で在庫がマイナス表示です。返品と出荷を同じ日に処理した商品のようです。
Question|low|休日カレンダーの変更方法|来月から{site}だけ土曜稼働になります。拠点別に変えられますか。
Bug|high|{site}の端末だけログインできない|今朝から{n}台すべてで「接続できません」と表示されます。他の拠点は問題ありません。
Request|normal|出荷指示の並び順を変えたい|便の出発時刻順に並べ替えたいです。今は毎回手で並べています。
Question|normal|履歴の保存期間について|監査のため過去の入出荷履歴が必要です。何年分まで遡れますか。
Bug|normal|写真が横向きで保存される|現場で撮った点検写真が報告書では横倒しになります。新しい端末{n}台で確認しました。
Question|low|取引先コードの桁を増やしたい|取引先の統合でコードが8桁から10桁になります。影響を教えてください。
Bug|low|一覧の並び替えが次の日に戻る|毎朝、列の順番を設定し直しています。保存する方法はありますか。
Request|low|エラー音を大きくしたい|機械の音で読み取りエラーに気付かないことがあります。
Question|normal|セット品の登録方法|{n}種類の詰め合わせを一つの品番で出荷したいです。登録例があれば見たいです。
Bug|high|補充指示が出ない|ピッキング棚が空でも補充指示が作られません。{site}で昨日から続いています。
Question|low|請求書の送付先変更|経理部の移転に伴い、送付先を変更してください。
Bug|normal|点検の完了時刻が実際と違う|完了が数時間後の時刻で記録されます。車で移動中に電波がないことが関係していますか。
Request|normal|検品数の上限警告|予定数を超えて検品した時に警告が欲しいです。過剰入荷が月{n}件ほどあります。
Bug|normal|通知メールが届かない|在庫切れの通知が先週から届いていません。迷惑メールにも入っていませんでした。
`;
const EN = `
Bug|high|Scanner registers items twice|One trigger pull, quantity of two. Only on the older handhelds at dock 3, the new ones are fine.
Bug|normal|Variance report opens with broken characters|Item descriptions with accents are garbled when we open the export in our spreadsheet tool.
Question|low|Renumber a block of bin locations|We are re-racking aisle F and need to change about 240 bin codes without losing history.
Question|normal|Limit temps to their own site|Seasonal staff should only see work for their building. Which role do we use?
Bug|urgent|Pick lists will not print|Nothing comes out of the shipping printers since 6 am. First truck leaves at 10.
Request|low|More than one photo per work order|Techs need before and after pictures. Right now they text them to the supervisor.
Bug|normal|Offline inspections never sync|Checklists filled in the basement stay in the queue after the phone is back online.
Question|low|Which label printers do you support?|Buying four units for the new cross-dock and want models you have tested.
Bug|high|Receiving screen hangs on large POs|Any purchase order over 500 lines freezes the browser for a minute or more.
Question|normal|Maximum length of lot numbers|New supplier uses 18 characters. Will the field take it?
Request|normal|List stock close to expiry|We check short-dated stock by hand every morning. A saved view or a daily mail would do.
Bug|normal|Dashboard counts night shift on the wrong day|Anything after midnight lands on the next date although our cut-off is 5 am.
Question|low|Disable users who left|Three people leave this month. How do we block them and keep their history?
Bug|high|Required checklist items can be skipped|Techs can close an inspection with mandatory fields empty. Our auditor will notice.
Question|normal|Item master import rejects two rows|Same two SKUs fail every night. What does the error code mean?
Request|low|Bigger type on the wall display|Nobody can read the progress board from the far end of the floor.
Question|normal|Moving settings to new handhelds|Replacing ten devices next week, would like to keep the profiles.
Bug|normal|Negative stock on some items|{n} items show less than zero. All had a return and a shipment on the same day.
Question|low|Different work days per site|Saturday becomes a work day at {site} only. Can we set that per site?
Bug|high|Nobody can log in at {site}|All {n} devices say "no connection" since this morning, other sites are fine.
Request|normal|Sort shipments by departure|We reorder the list by hand every day.
Question|normal|How far back does the history go?|Auditors ask for several years of movements.
Bug|normal|Photos come out sideways|Inspection photos from {n} new devices are rotated in the report.
Bug|low|Column order does not stick|I set it every morning.
Request|low|Louder error beep|You cannot hear a failed scan next to the compressors.
Question|normal|How to set up kits|We want to ship {n} bundles under one SKU each. Is there an example?
Bug|high|No replenishment tasks|Pick faces run empty and nothing is suggested, {site}, since yesterday.
Question|low|New billing address|Finance moved. Please change the address on our invoices.
Bug|normal|Finish time is hours late|Jobs finished on the road show a much later time. Is it the missing signal?
Request|normal|Warn on over-receipt|About {n} receipts a month go over the ordered quantity and nobody notices.
Bug|normal|Low stock mails stopped|No alerts since last Tuesday, nothing in spam either.
`;

/** Open and urgent at the escalated customer; days before the reference day. */
const ESCALATED = [
  [
    16,
    'Bug',
    'urgent',
    'Orders stuck between receiving and put-away',
    'Pallets are received but never offered for put-away. Controlled items are sitting on the dock, this is a compliance problem for us.',
    'Open',
  ],
  [
    11,
    'Bug',
    'urgent',
    'Lot traceability report misses shipments',
    'The recall drill on Monday could not find 14 shipments of one lot. We need the root cause in writing.',
    'Open',
  ],
  [
    6,
    'Bug',
    'urgent',
    'Picking outage at the Bloomington DC',
    'Second outage in two weeks, 50 minutes, no pick tasks on any handheld. Carriers left half empty.',
    'Pending',
  ],
  [
    24,
    'Bug',
    'high',
    'Slow scan response during the morning wave',
    'Four to six seconds per scan between 6 and 8 am.',
    'Open',
  ],
];

const parse = (text) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
const TEXTS = { ja: parse(JA), en: parse(EN) };
const AGENTS = { ja: ['堀川 真由', '三谷 圭', '新田 智子'], en: ['Dana Okafor', 'Luis Arroyo', '三谷 圭'] };
const PLACES = {
  ja: ['第二センター', '東営業所', '冷蔵棟', '本社倉庫'],
  en: ['DC 2', 'the north depot', 'the annex'],
};
const HOURS = { urgent: [2, 14], high: [6, 50], normal: [10, 120], low: [20, 220] };

function isSilent(account, day) {
  if (account.story === 'support-quiet') return day > ago(92);
  if (account.endDay !== undefined) return day >= account.endDay;
  return account.leftDay !== undefined && day >= account.leftDay && day < account.backDay;
}

function ticket(account, day, text, random) {
  const values = { n: random.int(2, 14), site: random.pick(PLACES[account.lang]) };
  const fill = (part) => part.replace(/\{(\w+)\}/g, (_all, key) => values[key]);
  const [type, priority, subject, description] = text.map(fill);
  const minutes = random.int(7 * 60, 18 * 60);
  const [low, high] = HOURS[priority];
  const hours = random.int(low * 10, high * 10) / 10;
  const closedMinutes = minutes + Math.round(hours * 60);
  const nowMinutes = (REFERENCE_DAY - day) * 1440;
  const open = closedMinutes > nowMinutes - 240;
  return {
    account,
    day,
    contact: contactOn(
      account,
      random.chance(0.5) ? ['admin', 'champion'] : ['field-manager', 'champion'],
      day,
    ),
    at: instant(day, minutes, account.zone),
    closedAt: open ? '' : instant(day, closedMinutes, account.zone),
    subject,
    description,
    type,
    priority,
    status: open ? random.pick(['Open', 'Pending']) : 'Closed',
    agent: random.pick(AGENTS[account.lang]),
    hours: open ? '' : hours,
    firstResponse: random.int(6, priority === 'urgent' ? 35 : 240),
    csat: !open && random.chance(0.35) ? satisfaction(hours, random) : '',
    escalated: priority === 'urgent' && random.chance(0.3),
  };
}

function satisfaction(hours, random) {
  const base = hours < 24 ? 4.6 : hours < 72 ? 4 : 3.1;
  return Math.max(1, Math.min(5, Math.round(base + random.bell() * 1.2)));
}

function escalatedTicket(account, [daysAgo, type, priority, subject, description, status], random) {
  const day = ago(daysAgo);
  const one = ticket(account, day, [type, priority, subject, description], random);
  return {
    ...one,
    status,
    closedAt: '',
    hours: '',
    csat: '',
    escalated: priority === 'urgent',
    firstResponse: random.int(8, 40),
  };
}

export function buildTickets(seed, accounts) {
  const all = [];
  for (const account of accounts) {
    const random = streamFor(seed, account.slug, 'tickets');
    const next = bag(
      random,
      TEXTS[account.lang].filter((one) => fits(account, one.join('|'))),
    );
    // Larger customers ask more; the first three months bring more questions than the rest.
    const gap = Math.max(14, 95 - Math.sqrt(account.seats) * 4.5);
    let day = Math.max(account.startDay + 6, WINDOW_START + 2);
    while (day < ago(1)) {
      const on = workday(day);
      if (!isSilent(account, on)) all.push(ticket(account, on, next(), random));
      const early = day - account.startDay < 90 ? 0.5 : 1;
      day += Math.max(3, Math.round(gap * early * (0.5 + random.next())));
    }
    if (account.story === 'escalation')
      all.push(...ESCALATED.map((row) => escalatedTicket(account, row, random)));
  }
  all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const [index, one] of all.entries()) one.id = `T-${40001 + index}`;
  return all;
}
