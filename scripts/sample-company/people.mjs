/** Names, titles and departments of the customers' people; every person is made up. */
import { travels } from './trade.mjs';

const JA_FAMILY =
  '浅野 アサノ asano,飯塚 イイヅカ iizuka,石黒 イシグロ ishiguro,今井 イマイ imai,上村 ウエムラ uemura,江口 エグチ eguchi,大西 オオニシ onishi,岡本 オカモト okamoto,片桐 カタギリ katagiri,加納 カノウ kano,菊地 キクチ kikuchi,北村 キタムラ kitamura,木下 キノシタ kinoshita,久保田 クボタ kubota,黒木 クロキ kuroki,小島 コジマ kojima,近藤 コンドウ kondo,酒井 サカイ sakai,坂本 サカモト sakamoto,島田 シマダ shimada,庄司 ショウジ shoji,菅原 スガワラ sugawara,杉本 スギモト sugimoto,須藤 ストウ suto,関口 セキグチ sekiguchi,高野 タカノ takano,竹内 タケウチ takeuchi,谷口 タニグチ taniguchi,千葉 チバ chiba,土屋 ツチヤ tsuchiya,寺田 テラダ terada,戸田 トダ toda,永井 ナガイ nagai,中川 ナカガワ nakagawa,西尾 ニシオ nishio,野口 ノグチ noguchi,畑中 ハタナカ hatanaka,浜田 ハマダ hamada,原口 ハラグチ haraguchi,樋口 ヒグチ higuchi,福島 フクシマ fukushima,藤原 フジワラ fujiwara,堀 ホリ hori,本田 ホンダ honda,牧野 マキノ makino,松井 マツイ matsui,三浦 ミウラ miura,宮本 ミヤモト miyamoto,村田 ムラタ murata,森本 モリモト morimoto,安田 ヤスダ yasuda,山岸 ヤマギシ yamagishi,横山 ヨコヤマ yokoyama,吉川 ヨシカワ yoshikawa,若林 ワカバヤシ wakabayashi';
const JA_GIVEN =
  '明 アキラ akira,彩花 アヤカ ayaka,綾子 アヤコ ayako,一郎 イチロウ ichiro,恵美 エミ emi,薫 カオル kaoru,和也 カズヤ kazuya,和代 カズヨ kazuyo,健 ケン ken,健太 ケンタ kenta,浩二 コウジ koji,沙織 サオリ saori,悟 サトル satoru,茂 シゲル shigeru,翔太 ショウタ shota,慎一 シンイチ shinichi,純子 ジュンコ junko,隆 タカシ takashi,剛 ツヨシ tsuyoshi,徹 トオル toru,智也 トモヤ tomoya,直樹 ナオキ naoki,直美 ナオミ naomi,奈緒 ナオ nao,典子 ノリコ noriko,春菜 ハルナ haruna,英樹 ヒデキ hideki,浩 ヒロシ hiroshi,博美 ヒロミ hiromi,誠 マコト makoto,真理 マリ mari,美穂 ミホ miho,美和 ミワ miwa,実 ミノル minoru,康介 コウスケ kosuke,結衣 ユイ yui,裕子 ユウコ yuko,祐介 ユウスケ yusuke,由紀 ユキ yuki,洋平 ヨウヘイ yohei,陽子 ヨウコ yoko,亮太 リョウタ ryota';
const EN_GIVEN =
  'Alicia,Andre,Beth,Brendan,Camila,Carl,Celeste,Claire,Damon,Darius,Denise,Elena,Ewan,Farah,Gareth,Gloria,Gwen,Hugo,Imani,Ines,Jasper,Joanne,Keiran,Lena,Louisa,Malik,Maureen,Mei Ling,Nadia,Nate,Oscar,Paula,Priya,Rafael,Rosalind,Sanjay,Tessa,Trevor,Vera,Wendell,Yvonne,Zack';
const EN_FAMILY =
  'Abernathy,Ashdown,Bellweather,Bostwick,Calloway,Castellan,Crowther,Dalloway,Delacroix,Eastman,Farrow,Fennimore,Galloway,Greaves,Halvorsen,Hartnell,Ibarra,Jessop,Kaminski,Kerrigan,Lindqvist,Lockridge,Mbeki,Merrick,Nair,Norwood,Okonjo,Pemberton,Prescott,Quimby,Ramaswamy,Redfern,Sandoval,Sorensen,Tanaka-Reed,Thornbury,Underhill,Vance,Whitcombe,Yardley';

const split = (text) => text.split(',').map((entry) => entry.split(' '));
const jaFamily = split(JA_FAMILY);
const jaGiven = split(JA_GIVEN);
const enGiven = EN_GIVEN.split(',');
const enFamily = EN_FAMILY.split(',');

/** Titles and departments by role: [title, department]. */
const POSTS = {
  ja: {
    champion: [
      ['物流改革推進室 室長', '物流改革推進室'],
      ['業務改善課 課長', '業務部'],
      ['センター運営課 課長', '物流本部'],
      ['DX推進担当 主任', '経営企画部'],
      ['保守業務課 課長代理', '技術サービス部'],
      ['業務部 次長', '業務部'],
    ],
    'executive-sponsor': [
      ['取締役 物流本部長', '役員室'],
      ['常務取締役', '役員室'],
      ['執行役員 業務本部長', '業務本部'],
      ['代表取締役社長', '役員室'],
    ],
    'economic-buyer': [
      ['経理部長', '経理部'],
      ['購買課 課長', '総務部'],
      ['経営企画部 部長', '経営企画部'],
    ],
    'field-manager': [
      ['第一センター長', '物流本部'],
      ['現場責任者', '運営部'],
      ['倉庫主任', 'センター運営課'],
      ['班長', '技術サービス部'],
      ['営業所長', '営業所'],
    ],
    admin: [
      ['情報システム課 主任', '情報システム課'],
      ['システム管理者', '情報システム部'],
      ['総務部 係長', '総務部'],
    ],
    user: [
      ['入荷担当', 'センター運営課'],
      ['在庫管理担当', '業務部'],
      ['点検員', '技術サービス部'],
      ['ピッキングリーダー', '運営部'],
    ],
  },
  en: {
    champion: [
      ['Operations Manager', 'Operations'],
      ['Head of Continuous Improvement', 'Operations'],
      ['Warehouse Systems Lead', 'Supply Chain'],
      ['Field Service Manager', 'Service Delivery'],
    ],
    'executive-sponsor': [
      ['Chief Operating Officer', 'Executive'],
      ['VP, Supply Chain', 'Executive'],
      ['VP, Field Operations', 'Executive'],
      ['Managing Director', 'Executive'],
    ],
    'economic-buyer': [
      ['Director of Finance', 'Finance'],
      ['Procurement Lead', 'Procurement'],
    ],
    'field-manager': [
      ['Site Supervisor', 'Distribution Center 1'],
      ['Shift Lead, Outbound', 'Warehouse'],
      ['Regional Crew Supervisor', 'Field Services'],
      ['DC Manager', 'Distribution'],
    ],
    admin: [
      ['Systems Administrator', 'IT'],
      ['Business Applications Analyst', 'IT'],
      ['IT Support Lead', 'IT'],
    ],
    user: [
      ['Inventory Clerk', 'Warehouse'],
      ['Receiving Associate', 'Warehouse'],
      ['Inspection Technician', 'Field Services'],
    ],
  },
};

function japanese(random) {
  const [family, familyKana, familyRoman] = random.pick(jaFamily);
  const [given, givenKana, givenRoman] = random.pick(jaGiven);
  return {
    name: `${family} ${given}`,
    short: family,
    kana: `${familyKana} ${givenKana}`,
    mailbox: `${givenRoman[0]}.${familyRoman}`,
  };
}

function english(random) {
  const given = random.pick(enGiven);
  const family = random.pick(enFamily);
  const mailbox = `${given}.${family}`.toLowerCase().replaceAll(' ', '');
  return { name: `${given} ${family}`, short: given, kana: '', mailbox };
}

/** Pairs that chance may draw and that are the names of people in public life. */
const KNOWN_PEOPLE = [
  ...['野口 健', '宮本 茂', '岡本 綾子', '松井 一郎', '石黒 浩', '近藤 誠', '村田 亮太', '千葉 慎一'],
  ...['藤原 浩', '竹内 薫', '浜田 真理', '坂本 健', '吉川 薫', '関口 浩', '三浦 隆', '堀 隆'],
];

/** Nobody appears twice in the whole company, and no mailbox twice in one customer. */
export function castingOffice() {
  const seen = new Set(KNOWN_PEOPLE);
  return (random, lang, domain) => {
    for (;;) {
      const person = lang === 'ja' ? japanese(random) : english(random);
      const email = `${person.mailbox}@${domain}`;
      if (seen.has(person.name) || seen.has(email)) continue;
      seen.add(person.name);
      seen.add(email);
      return { ...person, email };
    }
  };
}

const FIELD_POST = /技術サービス|Field|Service Delivery/;

/** A title and a department that fit the trade: crews that travel belong to maintenance and rental. */
export function postFor(random, account, role) {
  const onTheRoad = travels(account);
  return random.pick(
    POSTS[account.lang][role].filter(([title, unit]) => onTheRoad || !FIELD_POST.test(title + unit)),
  );
}
