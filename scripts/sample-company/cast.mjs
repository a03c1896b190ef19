/** The sixty customers of the invented vendor Tanakaze (warehouse and field operations). All names are made up. */

export const OWNERS = {
  saeki: { name: '佐伯 美咲', lang: 'ja' },
  toyama: { name: '遠山 拓真', lang: 'ja' },
  onodera: { name: '小野寺 彩', lang: 'ja' },
  kashiwagi: { name: '柏木 亮', lang: 'ja' },
  hannah: { name: 'Hannah Whitlock', lang: 'en' },
  marcus: { name: 'Marcus Oyelaran', lang: 'en' },
};

const SEGMENTS = { E: 'Enterprise', M: 'Mid-market', S: 'SMB' };
const PLANS = { E: 'Enterprise', T: 'Standard', S: 'Starter' };

/**
 * slug | name | kana | industry | region | address | segment, plan, touch model (high, low, tech) | seats | employees |
 * owner | months since the start | shape of use | story
 */
const JAPAN = `
kotogaura|琴ヶ浦倉庫株式会社|コトガウラソウコ|Warehousing|神奈川県|横浜市鶴見区汐鳴町2-8-1|E,E,high|220|840|saeki|34|steady|champion-left
shiramine-cold|株式会社白峰低温物流|シラミネテイオンブツリュウ|Cold chain|長野県|長野市雪代町14-3|M,T,low|74|260|toyama|27|growing|
aone-foods|あおね食品流通株式会社|アオネショクヒンリュウツウ|Food wholesale|大阪府|堺市堺区千草町5-1-22|E,E,high|190|1120|saeki|31|growing|expansion
torigasaki|株式会社トリガサキ運輸|トリガサキウンユ|Warehousing|千葉県|市川市波除町8-4|M,T,high|88|310|onodera|22|steady|
minase-shoun|㈱ﾐﾅｾ商運|ﾐﾅｾｼｮｳｳﾝ|Warehousing|広島県|福山市入江町3-11|S,S,tech|18|64|kashiwagi|19|steady|
nagisa-seika|株式会社　なぎさ青果センター|ナギサセイカセンター|Food wholesale|愛知県|豊橋市浜道町27|M,T,low|52|180|toyama|25|slow|
hoshikage-med|ホシカゲ医療サプライ株式会社|ホシカゲイリョウサプライ|Medical supply|東京都|江東区新瑞町1-6-9|E,E,high|460|2300|saeki|38|growing|healthy-large
tsumugi-mente|株式会社ツムギ設備メンテ|ツムギセツビメンテ|Facility maintenance|福岡県|福岡市博多区織部町4-2|M,T,low|66|205|onodera|16|growing|
hokuyodai|北陽台冷凍倉庫株式会社|ホクヨウダイレイトウソウコ|Cold chain|北海道|苫小牧市北陽台1-20|M,E,high|96|270|toyama|29|steady|
ookuro-kenki|株式会社オオクロ建機リース|オオクロケンキリース|Equipment rental|埼玉県|川口市鉄町6-15|M,T,low|58|240|kashiwagi|24|falling|
mizuhobara|瑞穂原パーツ配送株式会社|ミズホバラパーツハイソウ|Manufacturing|愛知県|豊田市瑞穂原南3-3|M,T,low|70|330|toyama|21|steady|
iroha-logi|株式会社イロハ通販ロジ|イロハツウハンロジ|E-commerce fulfilment|千葉県|流山市東雲路9-2|E,E,high|165|520|onodera|26|rising-fast|usage-up-nps-down
tm-fulfil|Ｔ＆Ｍフルフィルメント株式会社|ティーアンドエムフルフィルメント|E-commerce fulfilment|埼玉県|所沢市日和田２－５|S,T,low|34|95|kashiwagi|14|growing|
kazenowa|株式会社カゼノワ配送|カゼノワハイソウ|Warehousing|静岡県|浜松市中央区風見町11-8|S,S,tech|22|80|kashiwagi|23|steady|
fukamidori|深緑ビルサービス株式会社|フカミドリビルサービス|Facility maintenance|東京都|品川区木立町3-14-5|M,T,low|84|610|onodera|30|slow|
hinokiba|株式会社ヒノキバ木材流通|ヒノキバモクザイリュウツウ|Wholesale|岐阜県|高山市檜葉町40-2|S,S,tech|16|58|kashiwagi|18|steady|
sawaragi|サワラギ薬品卸株式会社|サワラギヤクヒンオロシ|Medical supply|京都府|京都市伏見区椹町77|E,E,high|140|690|saeki|20|growing|
amane-denki|株式会社 アマネ電気保安|アマネデンキホアン|Facility maintenance|宮城県|仙台市青葉区天音2-1-7|M,T,low|62|190|onodera|13|steady|
tsurumidai|鶴見台フーズロジ株式会社|ツルミダイフーズロジ|Food wholesale|大阪府|茨木市鶴見台5-9|M,T,low|78|350|toyama|32|steady|
yukimura-reiki|株式会社ユキムラ冷機サービス|ユキムラレイキサービス|Facility maintenance|新潟県|長岡市雪村町6-1|M,T,high|48|150|onodera|2|ramp|early-win
shinonomehara|東雲原物流（株）|シノノメハラブツリュウ|Warehousing|茨城県|つくば市東雲原18-6|M,T,low|55|210|toyama|17|growing|
nanahoshi|株式会社ナナホシ玩具流通|ナナホシガングリュウツウ|Wholesale|東京都|台東区七星町2-2-3|M,T,low|64|175|onodera|22|falling|churn
kanade-gakki|カナデ楽器配送株式会社|カナデガッキハイソウ|Warehousing|静岡県|浜松市浜名区奏町5-5|S,S,tech|14|42|kashiwagi|15|steady|
michishio|株式会社ミチシオ水産物流|ミチシオスイサンブツリュウ|Cold chain|宮城県|石巻市満潮町1-12|M,T,low|46|160|toyama|29|returned|reactivation
oozorabin|有限会社おおぞら便|オオゾラビン|Warehousing|鹿児島県|霧島市大空3-8|S,S,tech|9|25|kashiwagi|11|steady|
kirino-sake|株式会社キリノ酒類卸|キリノシュルイオロシ|Food wholesale|兵庫県|西宮市霧野町4-16|M,T,low|60|220|toyama|28|slow|
harukaze-engei|ハルカゼ園芸資材株式会社|ハルカゼエンゲイシザイ|Wholesale|栃木県|宇都宮市春風台2-20|S,S,tech|20|70|kashiwagi|20|steady|
tetsuwa|株式会社テツワ鋼材センター|テツワコウザイセンター|Manufacturing|愛知県|東海市鉄輪町8-8|M,T,low|57|230|toyama|30|flat|quiet-account
kowadai-ev|光和台エレベータ保守株式会社|コウワダイエレベータホシュ|Facility maintenance|神奈川県|川崎市高津区光和台1-1-4|M,E,high|110|380|saeki|12|admins-only|admins-only
mokuren-kagu|株式会社モクレン家具物流|モクレンカグブツリュウ|Warehousing|福岡県|久留米市木蓮町3-27|S,T,low|30|105|kashiwagi|9|growing|
soranone|ソラノネ空調サービス株式会社|ソラノネクウチョウサービス|Facility maintenance|埼玉県|さいたま市緑区空音町7-3|M,T,low|72|260|onodera|19|steady|
rikugame|株式会社リクガメ引越ロジ|リクガメヒッコシロジ|Warehousing|東京都|足立区陸亀町5-18-1|S,T,low|36|140|kashiwagi|16|seasonal|
akebi-nosan|あけび農産流通協同組合|アケビノウサンリュウツウキョウドウクミアイ|Food wholesale|山形県|鶴岡市明日町12|S,S,tech|24|88|kashiwagi|26|seasonal|
kohaku-kagaku|株式会社コハク化学倉庫|コハクカガクソウコ|Warehousing|山口県|周南市琥珀町2-9|M,E,high|92|340|saeki|27|sinking|support-quiet
shiosai-tech|潮騒テクノサービス株式会社|シオサイテクノサービス|Facility maintenance|神奈川県|横須賀市潮騒4-6-2|M,T,low|68|215|onodera|15|steady|
futabayama|株式会社フタバヤマ書籍流通|フタバヤマショセキリュウツウ|Wholesale|埼玉県|戸田市双葉山1-30|M,T,low|80|290|toyama|33|slow|
mikage-seimitsu|ミカゲ精密部品株式会社|ミカゲセイミツブヒン|Manufacturing|長野県|諏訪市御影原9-4|M,E,high|104|480|saeki|18|growing|
okagami|株式会社ＯＫＡＧＡＭＩ物流センター|オカガミブツリュウセンター|Warehousing|岡山県|倉敷市岡上７－１２|S,T,low|40|130|kashiwagi|10|growing|
tsukinowa|株式会社ツキノワ警備保障|ツキノワケイビホショウ|Facility maintenance|群馬県|前橋市月輪町3-3-3|M,T,low|50|420|onodera|24|falling|notice-given
watatsumi|ワタツミ船具株式会社|ワタツミセング|Equipment rental|長崎県|佐世保市海神町6-2|S,S,tech|15|47|kashiwagi|21|steady|
penguin-deli|合同会社ペンギン・デリ便|ペンギンデリビン|Food wholesale|京都府|宇治市水辺町2-14|S,S,tech|11|33|kashiwagi|4|growing|
hanamizuki|株式会社ハナミズキ給食サービス|ハナミズキキュウショクサービス|Food wholesale|愛知県|一宮市花水木3-1|M,T,low|76|540|toyama|23|steady|
kotogaura-sup|株式会社琴ヶ浦ロジサポート|コトガウラロジサポート|Warehousing|神奈川県|横浜市鶴見区汐鳴町2-8-3|S,T,low|32|90|saeki|8|growing|
`;

const ELSEWHERE = `
brindleford|Brindleford Logistics, Inc.||Warehousing|Illinois|1180 Calder Yard Rd, Joliet, IL|E,E,high|150|640|hannah|28|growing||US|USD
marlowepeak|Marlowe Peak Distribution||Wholesale|Colorado|45 Switchback Ave, Aurora, CO|M,E,high|98|330|marcus|23|steady|renewal-no-executive|US|USD
tidewell-foods|Tidewell Foods LLC||Food wholesale|Oregon|702 Harbor Mill St, Portland, OR|M,T,low|64|210|marcus|20|steady|detractor-no-follow-up|US|USD
kestrelmoor|Kestrelmoor Cold Storage Ltd||Cold chain|Yorkshire|Unit 9, Fellgate Park, Leeds|M,T,low|58|190|hannah|25|slow||GB|USD
oakhaven|Oakhaven Facilities Group||Facility maintenance|Ohio|3300 Linden Works Dr, Columbus, OH|E,E,high|130|880|hannah|26|steady|contraction|US|USD
sundara-freight|Sundara Freight Pte. Ltd.||Warehousing|Singapore|21 Tanjong Lintang Lane|M,T,low|54|170|hannah|17|growing||SG|USD
bluewren|Bluewren Field Services Pty Ltd||Facility maintenance|Victoria|8 Kelso Siding Rd, Geelong|M,T,low|60|240|marcus|14|growing||AU|USD
northquill|Northquill Medical Supply Inc.||Medical supply|Minnesota|515 Granary Loop, Bloomington, MN|E,E,high|175|920|marcus|22|troubled|escalation|US|USD
palletpine|Pallet & Pine Co.||Wholesale|Vermont|14 Sawyer Bend, Rutland, VT|S,S,tech|17|55|marcus|19|steady|churn-unavoidable|US|USD
corvane|Corvane Elevator Services||Facility maintenance|Texas|2290 Truss Blvd, Fort Worth, TX|M,T,low|82|300|hannah|30|steady||US|USD
larkspur|Larkspur Grocers Wholesale||Food wholesale|California|660 Packing House Ln, Fresno, CA|E,E,high|145|760|hannah|18|growing||US|USD
ferrisdale|Ferrisdale Tool Rental||Equipment rental|Georgia|77 Quarry Gate Rd, Macon, GA|S,S,tech|21|66|marcus|12|falling||US|USD
meridew|Meridew Packaging K.K.|メリデューパッケージング|Manufacturing|東京都|Sumida-ku Orihara 3-2-8, Tokyo|M,T,low|56|180|hannah|16|steady||JP|JPY
aldertide|Aldertide Industrial Japan K.K.|オルダータイドインダストリアルジャパン|Manufacturing|神奈川県|Nishi-ku Minatohara 1-5, Yokohama|M,E,high|90|410|hannah|5|stalled|stalled-onboarding|JP|JPY
quillan-asia|Quillan Parts Asia Pte. Ltd.||Manufacturing|Singapore|6 Jalan Besi Timur|S,T,low|38|120|marcus|10|growing||SG|USD
stonebrook|Stonebrook Utilities Services||Facility maintenance|Pennsylvania|410 Penstock Rd, Erie, PA|M,E,high|120|560|marcus|27|steady||US|USD
velloway|Velloway Robotics Japan G.K.|ベロウェイロボティクスジャパン|Manufacturing|東京都|Ota-ku Hanezora 4-9, Tokyo|S,T,low|42|130|hannah|3|ramp||JP|JPY
`;

const ZONES = { JP: 9, US: -6, GB: 0, SG: 8, AU: 10 };

function parse(line, index) {
  const p = line.split('|');
  const [segment, plan, touch] = p[6].split(',');
  const country = p[13] ?? 'JP';
  return {
    id: `A-${1001 + index}`,
    slug: p[0],
    domain: `${p[0]}.example`,
    name: p[1],
    kana: p[2],
    industry: p[3],
    region: p[4],
    address: p[5],
    segment: SEGMENTS[segment],
    plan: PLANS[plan],
    touch,
    seats: Number(p[7]),
    employees: Number(p[8]),
    owner: OWNERS[p[9]].name,
    months: Number(p[10]),
    shape: p[11],
    story: p[12] ?? '',
    country,
    zone: ZONES[country],
    currency: p[14] ?? 'JPY',
    lang: p[13] === undefined ? 'ja' : 'en',
  };
}

/** Sorted by slug, so that ids do not give the language away. */
export const CAST = [...JAPAN.trim().split('\n'), ...ELSEWHERE.trim().split('\n')]
  .sort((a, b) => (a < b ? -1 : 1))
  .map(parse);
