/** The Japanese templates: written for Japanese meetings, not translated. */
import type { BuiltInTemplate } from './built-in-template.ts';

const CHECK_IN = `## 前回からの動き
社内：前回の接点は{{lastTouch}}（{{lastTouch.daysAgo}}日前）

-

## お客様の声
-

## 目標の進み具合
-

## 気になる点・困りごと
-

## 決まったこと
- [ ] `;

const KICK_OFF = `## 導入の目的（{{account.name}}）
お客様の言葉で。1年後、何がどう変わっていれば成功か。

-

## 関係者
- 決裁者:
- 推進担当:
- 現場で使う方:
- 社内：慎重な方と、その理由:

## 最初の成果
- すでに手元にある数字で言うと:
- 現状 / 目標 / 期日:

## 最初の30日
- 初期設定・データ:
- 研修（対象・日程）:
- 実業務での利用開始:

## 進め方
- 定例の頻度:
- 問い合わせ窓口:

## 決まったこと
- [ ] `;

const QBR = `## 目標の確認（いまも正しい目標か）
-

## 成果（開始時 → 現在 → 目標）
| 目標 | 開始時 | 現在 | 目標値 |
| --- | --- | --- | --- |
|  |  |  |  |

## お客様が認めた効果
- 金額・算出方法・確認いただいた方:

## 利用状況とサポート
- 使っている部署、使っていない部署:
- 未解決チケット: {{openTickets}}件

## 学んだこと
-

## リスクとお願い
- リスク:
- お願い:

## 次の四半期
- [ ] `;

const ESCALATION = `## 起きていること
- いつから、どのくらいの頻度で、どなたが気づいたか:
- 止まっている業務:

## 影響
- 対象の人数・件数・金額:
- お客様側の期限と、その理由:

## お客様の要望
- どなたが、いつまでに、何を:

## こちらからお伝えしたこと
- 分かっている範囲の原因:
- 次回のご報告（日時・担当）:

## 暫定対応
-

## 決まったこと
- [ ] `;

const RENEWAL = `社内：更新日 {{renewal.date}}（残り{{renewal.daysLeft}}日）　ARR {{arr}}　担当 {{owner}}

## これまでの成果
- お客様ご自身が挙げる成果:
- まだ出ていない成果:

## 決裁の進み方
- 決裁者・稟議の起案者:
- 社内：反対しうる方:
- 契約までの手順と日程:
- 予算（出どころ・計上済みか）:

## 社内：他の選択肢
- 他社の検討、または見送りの可能性:

## 条件
- お客様の変更希望:
- 社内：ご提案できることと、その代わりにいただくこと:

## 社内：見込みとその理由
-

## 決まったこと
- [ ] `;

const HANDOVER = `# 社内：営業からの引き継ぎ

## 契約内容
- 製品・利用者数・期間:
- ARR {{arr}}、更新日 {{renewal.date}}:
- 契約書にない約束:

## 導入の理由
- 課題（お客様の言葉で）:
- 何もしない場合に起きること:
- 比較された製品:

## 関係者
- 推進者と、その方にとっての意味:
- 役員の後ろ盾:
- 慎重な方:

## 商談中に見えたリスク
-

## 最初の30日
- 最初に期待されていることと時期:
- キックオフの日程:

## 決まったこと
- [ ] `;

const TRAINING = `## 対象とねらい
- 参加者（{{attendees}}）・人数・拠点:
- 終了後にできるようになること:

## 実施した内容
-

## 質問・つまずいた点
-

## ひとりでできるか
- できる:
- 支援が必要:

## 現場で教えられる方
-

## 決まったこと
- [ ] `;

const INTERVIEW = `社内：売り込まず、聞く。直近の実例を尋ね、「それで、どうされましたか」と続ける。

## お仕事について
- ふだんの一日の流れ:
- 先週いちばん大変だったことと、どう乗り切ったか:

## 課題
- 頻度・所要時間・影響を受ける人:
- これまでに試したこと:

## 製品の使われ方
- 最後に使った場面:
- 製品の外で済ませた作業と、その理由:

## 解決したら
- 最初に気づく変化:
- 上司の方はどこで気づくか:

## そのままの言葉
>

## 社内：意外だったこと
-

## 次にすること
- [ ] `;

function template(name: string, title: string, kind: string, body: string): BuiltInTemplate {
  return { id: `${name}.ja`, name: title, language: 'ja', kind, body };
}

export const JAPANESE_TEMPLATES: readonly BuiltInTemplate[] = [
  template('check-in', '定例・近況確認', 'meeting', CHECK_IN),
  template('kick-off', 'キックオフ', 'meeting', KICK_OFF),
  template('qbr', '四半期レビュー（QBR）', 'qbr', QBR),
  template('escalation', 'エスカレーション', 'call', ESCALATION),
  template('renewal', '更新のご相談', 'meeting', RENEWAL),
  template('handover', '営業からの引き継ぎ', 'internal-note', HANDOVER),
  template('training', '研修', 'training', TRAINING),
  template('interview', 'ヒアリング', 'visit', INTERVIEW),
];
