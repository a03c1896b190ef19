/** What tools and people call the fields, in English and Japanese: squashed to letters and digits in lower case. */
import type { NounName } from '../model/field.ts';
import type { LinkBy } from '../model/import-plan.ts';

/** Header to key: `Account Name*`, `ACCOUNT_NAME` and `property_account_name` are one. */
export function squash(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[(（[]\s*(?:必須|任意|required|optional)\s*[)）\]]/gi, '')
    .replace(/^(?:property_hs_|property_|properties\.hs_|properties\.|hs_)/i, '')
    .replace(/__c$|_c$/i, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Units and currencies at a header's end, taken off when the whole header is unknown. */
export function squashWithoutUnit(header: string): string {
  const plain = header
    .normalize('NFKC')
    .replace(
      /[([]\s*(?:[A-Z]{3}|[$€£¥%]|円|千円|万円|百万円|税抜|税込|税別|k|in thousands|000s?)\s*[)\]]/gi,
      '',
    )
    .replace(/[_\s](?:usd|eur|gbp|jpy|yen)$/i, '');
  return squash(plain);
}

type Words = Readonly<Record<string, string>>;

/** Sure names, blank-separated; those behind `|` are only likely. */
export const FIELD_ALIASES: Readonly<Record<NounName, Words>> = {
  account: {
    name: 'name accountname companyname customername clientname organizationname organisationname 取引先名 会社名 企業名 顧客名 アカウント名 貴社名 法人名 社名 | company customer client account organization organisation 取引先 会社 顧客 企業 アカウント',
    nameKana:
      '会社名カナ 取引先名カナ 会社名フリガナ 取引先名フリガナ 企業名カナ accountnamekana companynamekana namekana | フリガナ カナ ふりがな',
    externalId:
      'id accountid recordid companyid customerid organizationid clientid 取引先id 会社id 顧客id 企業id アカウントid 取引先コード 顧客コード hsobjectid objectid attributesreferenceid | accountnumber customernumber crmid 顧客番号 externalid code',
    domain:
      'domain website companydomain companydomainname domainname websiteurl homepage webサイト ウェブサイト ホームページ ドメイン | url web',
    owner:
      'owner accountowner companyowner csm csmname csmowner ownername ownerid customersuccessmanager accountmanager hubspotownerid owneralias owneremail 担当csm 担当者 営業担当 担当営業 所有者 取引先所有者 会社担当者 | am manager sales',
    stage:
      'csstage customerstage journeystage lifecycle onboardingstage ライフサイクル カスタマーステージ | stage phase lifecyclestage ステージ フェーズ',
    segment: 'segment customersegment accounttier accountsegment セグメント 顧客区分 | tier 区分',
    touchModel: 'touchmodel タッチモデル | touch touchlevel',
    tags: 'tags tag labels タグ ラベル',
    industry: 'industry sector vertical 業種 業界',
    country: 'country billingcountry 国 | countrycode billingcountrycode mailingcountry 国名',
    region: 'region territory area stateprefecture 都道府県 地域 エリア リージョン | salesregion',
    plan: 'plan plantier planname subscriptionplan currentplan プラン 契約プラン ご契約プラン | product edition package 商品',
    seats:
      'seats licensedseats licenses licences licensecount seatcount numberofseats ライセンス数 席数 契約ユーザー数 | users ユーザー数 契約数',
    employees: 'employees numberofemployees employeecount headcount 従業員数 社員数',
    customerSince:
      'customersince signupdate signedup contractstart contractstartdate 契約開始日 利用開始日 導入日 becameacustomerdate 初回契約日 | startdate start createddate createdate createdat onboardingdate 開始日',
    renewalDate:
      'renewaldate renewal contractend contractenddate contractexpiry nextrenewal nextrenewaldate renewaldue 契約終了日 契約満了日 契約更新日 次回更新日 契約終了 | enddate expirydate expirationdate 更新日 終了日',
    arr: 'arr annualrecurringrevenue arramount currentarr totalarr 年間経常収益 | acv annualcontractvalue 年間契約額 年額 年間契約金額',
    sourceHealth:
      'health healthscore customerhealth customerhealthscore cshealth ヘルススコア 健康度 ヘルス | score healthstatus riskscore churnrisk',
    status: 'status accountstatus customerstatus ステータス 状態 契約状況 | type accounttype 取引先種別 種別',
    phone: 'phone telephone tel phonenumber mainphone 電話番号 電話 代表電話',
    address: 'address billingaddress billingstreet 住所 所在地 | street',
    leadSource: 'leadsource accountsource referralsource 流入元 リードソース | source',
    description: 'description about details 説明 備考 | notes memo background メモ',
  },
  contact: {
    name: 'name fullname contactname personname displayname 氏名 名前 担当者名 お名前 姓名 | contact person 担当者',
    nameKana: '氏名カナ 氏名フリガナ 担当者名カナ 姓名カナ namekana | フリガナ ふりがな カナ',
    externalId:
      'id contactid recordid personid 担当者id コンタクトid hsobjectid objectid attributesreferenceid | userid externalid',
    email:
      'email emailaddress mail emailwork workemail businessemail eメール メールアドレス メール | email1 primaryemail useremail',
    otherEmails:
      'otheremails secondaryemail additionalemailaddresses additionalemails | emailhome personalemail email2 emailother',
    phone:
      'phone phonework workphone telephone tel businessphone phonenumber 電話番号 電話 tel会社 会社電話 会社tel | phone1 directphone',
    mobile:
      'mobile mobilephone cell cellphone mobilephonenumber 携帯 携帯電話 携帯電話番号 携帯番号 | phonehome homephone phone2',
    title: 'title jobtitle position 役職 役職名 肩書 肩書き',
    department: 'department dept 部署 部署名 所属 所属部署',
    role: 'contactrole buyingrole 役割 | role persona',
    owner: 'owner contactowner ownerid hubspotownerid ownername | sales salesowner csm salesid',
    startedOn: 'startedon 入社日 着任日 | startdate',
    leftOn: 'leftdate leavedate lefton 退職日 離任日',
    tags: 'tags tag labels タグ',
    description: 'description background notes 備考 | details memo メモ comments',
  },
  subscription: {
    externalId:
      'id subscriptionid contractid contractnumber licenseid recordid 契約id 契約番号 サブスクリプションid attributesreferenceid | orderid ordernumber',
    name: 'name subscriptionname contractname 契約名',
    plan: 'plan plantier planname product productname package edition プラン 契約プラン 商品 商品名 | sku item',
    startDate:
      'startdate contractstart contractstartdate subscriptionstart subscriptionstartdate begindate effectivedate 契約開始日 開始日 利用開始日 | start activatedat startedat',
    endDate:
      'enddate contractend contractenddate subscriptionend subscriptionenddate expirationdate expirydate 契約終了日 終了日 契約満了日 解約日 | end canceldate canceledat cancelledat expires churndate',
    renewalDate: 'renewaldate nextrenewal nextrenewaldate renewal 更新日 契約更新日 次回更新日',
    mrr: 'mrr mrramount monthlyrecurringrevenue monthlyfee cmrr 月額 月額料金 月額費用 月次経常収益 | monthlyamount monthlyprice amount price 金額',
    arr: 'arr arramount annualrecurringrevenue 年額 年間契約額 年間経常収益 | acv annualamount annualcontractvalue',
    seats:
      'seats licenses licences seatcount quantity licensecount 席数 ライセンス数 | users 数量 ユーザー数',
    billing:
      'billing billingfrequency billingcycle billingperiod paymentterms 請求サイクル 支払サイクル 請求頻度 支払方法 | interval period frequency term',
    autoRenew: 'autorenew autorenewflag autorenewal isautorenew 自動更新',
    isTrial: 'istrial trial trialflag トライアル',
    status: 'status subscriptionstatus contractstatus state ステータス 状態 契約状況',
  },
  opportunity: {
    name: 'name dealname opportunityname 案件名 商談名 取引名 | opportunity deal title 案件 商談',
    externalId:
      'id dealid opportunityid recordid 案件id 商談id 取引id hsobjectid objectid attributesreferenceid',
    stage:
      'stage stagename dealstage 商談フェーズ フェーズ ステージ 取引ステージ | pipelinestage dealpipelinestageid salesstage',
    type: 'type opportunitytype dealtype 種別 商談種別',
    amount: 'amount dealamount opportunityamount 金額 商談金額 受注金額 取引額 | value dealvalue totalprice',
    closeDate:
      'closedate closingdate expectedclosedate 完了予定日 受注予定日 クローズ日 契約予定日 | closed closedate2 duedate',
    probability: 'probability 確度 受注確度 | winprobability probabilitypercent confidence',
    owner: 'owner opportunityowner dealowner ownerid hubspotownerid ownername 担当者 商談所有者 | sales',
    isClosed: 'isclosed closed',
    isWon: 'iswon won closedwon',
    nextStep: 'nextstep nextsteps 次のステップ',
    leadSource: 'leadsource リードソース | source',
    description: 'description 説明 備考 | notes comments details',
  },
  activity: {
    externalId: 'id activityid taskid eventid engagementid recordid 活動id アクションid | callid meetingid',
    kind: 'activitytype アクション種別 活動種別 | type tasksubtype eventsubtype kind 種別 engagementtype tasktype category',
    at: 'activitydate activitydatetime datetime startdatetime timestamp 活動日 活動日時 実施日 実施日時 アクション日時 日時 訪問日 日付 | starttime date createdat createddate createdate duedate occurredat startedat meetingdate 作成日',
    subject: 'subject title emailsubject 件名 タイトル 用件 | name topic callobject',
    body: 'description body notes note notebody emailtext content 内容 議事録 詳細 メモ アクション内容 | comment comments bodypreview text summary',
    participants: 'participants attendees 参加者 同席者',
    owner:
      'owner ownerid assignedto assigneeid hubspotownerid assigned 担当者 自社担当者 | user createdby createdbyid',
    durationMinutes: 'duration durationinminutes durationminutes minutes 所要時間',
    direction: 'direction | calltype',
    status: 'status outcome meetingoutcome 状態 | result calldisposition disposition',
  },
  ticket: {
    externalId:
      'id ticketid casenumber caseid ticketnumber チケットid 問い合わせ番号 問合せ番号 チケット番号 | number recordid hsobjectid attributesreferenceid',
    at: 'submittedat openedat createdat createddate createdate 受付日時 受付日 起票日 発生日 作成日時 作成日 問い合わせ日 | created date opened timestamp datecreated',
    closedAt:
      'closedat closeddate resolvedat solvedat closed 完了日 解決日 クローズ日 | resolved enddate closedate',
    subject: 'subject title ticketname 件名 タイトル | summary name',
    status: 'status ticketstatus pipelinestage ステータス 状態 対応状況',
    priority: 'priority severity ticketpriority urgency 優先度 重要度',
    type: 'category ticketcategory tickettype 問い合わせ種別 カテゴリ | type reason 種別',
    owner: 'owner assignee assigneeid ownerid hubspotownerid agent 担当者 対応者',
    resolutionHours:
      'resolutiontimehours resolutionhours timetoresolvehours 解決時間 | resolutiontime timetoresolution',
    firstResponseMinutes:
      'firstresponsemin firstresponsetimemin firstresponsetimeminutes firstresponseminutes firstreplytimeminutes 初回応答時間 | firstresponsetime firstreplytime',
    csat: 'csat satisfactionscore satisfactionrating csatscore 満足度 | satisfaction rating score',
    escalated: 'escalated escalationflag isescalated エスカレーション | escalation',
    body: 'description content body 内容 詳細 問い合わせ内容 | message text comment',
  },
  usage: {
    externalId: 'id usageid eventid | recordid',
    at: 'usagedate date day weekstarting weekstart week weekof eventdate eventtime timestamp 利用日 日付 日時 利用日時 | at occurredat datetime createdat time month loggedat',
    user: 'userid username user useremail ユーザー ユーザーid 利用者 | email',
    feature: 'feature featurename eventname 機能 機能名 | event action module page eventtype 画面',
    count:
      'count usagecount eventcount logincount sessions 回数 利用回数 ログイン回数 | events logins hits times quantity total value',
    activeUsers: 'activeusers dau mau wau activeusercount アクティブユーザー数 利用者数',
    durationSeconds:
      'usagedurationsecs durationseconds durationsecs usagedurationseconds sessionseconds | duration seconds',
    errors: 'errors errorcount エラー数 エラー回数',
  },
  survey: {
    externalId: 'id responseid surveyresponseid 回答id | surveyid recordid',
    at: 'respondedat responsedate surveydate submittedat answeredat 回答日 回答日時 タイムスタンプ | date createdat timestamp createddate 日付',
    surveyKind: 'surveytype surveykind アンケート種別 | type kind survey surveyname',
    score:
      'score nps npsscore csat csatscore ces rating スコア 評価 推奨度 npsスコア | answer response points 点数',
    comment:
      'comment feedback verbatim feedbacktext comments コメント ご意見 自由記述 フリーコメント | reason text 理由',
  },
  churnEvent: {
    externalId: 'id churneventid churnid cancellationid | eventid recordid',
    at: 'churndate churnedat eventdate cancellationdate canceldate canceledat 解約日 チャーン日 | date enddate createdat 日付',
    reason: 'reason reasoncode churnreason cancellationreason 解約理由 チャーン理由 | category',
    refund: 'refund refundamount 返金額',
    mrrLost: 'mrrlost lostmrr churnedmrr churnmrr 解約mrr 解約金額',
    isReactivation: 'isreactivation reactivation 再契約',
    comment: 'feedbacktext feedback comment comments コメント 備考 詳細 | notes description',
  },
};

export interface LinkAlias {
  readonly to: NounName;
  readonly by: LinkBy;
  /** As in {@link FIELD_ALIASES}. */
  readonly words: string;
}

/** Names of columns that point to another record, whatever the table. `Account.Name` is squashed to `accountname`. */
export const LINK_ALIASES: readonly LinkAlias[] = [
  {
    to: 'account',
    by: 'externalId',
    words:
      'accountid companyid associatedcompanyid associatedcompanyids organizationid organisationid orgid customerid clientid 取引先id 会社id 顧客id 企業id アカウントid accountnameid companynameid 取引先コード 顧客コード accountnumber customernumber | crmid tenantid workspaceid 顧客番号',
  },
  {
    to: 'account',
    by: 'name',
    words:
      'accountname companyname customername clientname organizationname organisationname 取引先名 会社名 企業名 顧客名 アカウント名 貴社名 社名 associatedcompany primarycompany 勤務先 | company account customer client organization organisation 取引先 会社 顧客 企業',
  },
  { to: 'account', by: 'domain', words: 'companydomain accountdomain companydomainname domain | website' },
  {
    to: 'contact',
    by: 'externalId',
    words:
      'contactid whoid requesterid associatedcontactids personid respondentid 担当者id | associatedcontactid submitterid primarycontactid',
  },
  {
    to: 'contact',
    by: 'email',
    words:
      'contactemail requesteremail respondentemail whocontactemail customeremail 担当者メール | email emailaddress requester respondent メールアドレス',
  },
  {
    to: 'contact',
    by: 'name',
    words: 'contactname requestername 担当者名 先方担当者 | contact 氏名 respondentname',
  },
  {
    to: 'subscription',
    by: 'externalId',
    words: 'subscriptionid contractid 契約id 契約番号 | licenseid contractnumber',
  },
];

export const PARENT_ALIASES =
  'parentid parentaccountid parentaccount parentcompanyid parentcompany 親取引先 親会社 親取引先id';
export const GIVEN_NAME = 'firstname givenname 名 名前名';
export const FAMILY_NAME = 'lastname surname familyname 姓 苗字 名字';

/** Columns that tools keep for themselves: left out. */
export const SYSTEM_COLUMN =
  /^(_fivetran|systemmodstamp|lastmodified|lastvieweddate|lastreferenceddate|masterrecordid|isdeleted|createdbyid|recordtypeid|photourl|jigsaw|fivetran|attributestype|attributesurl|portalid)/;

/** How sure an alias makes: names of the first half of a list, and of the second. */
export const SURE = 0.95;
const LIKELY = 0.65;

/** The words of a list of aliases, each with how sure it makes. */
export function wordsOf(text: string): (readonly [string, number])[] {
  const [sure = '', likely = ''] = text.split('|');
  const split = (words: string) => words.split(' ').filter((word) => word !== '');
  return [...split(sure).map((w) => [w, SURE] as const), ...split(likely).map((w) => [w, LIKELY] as const)];
}
