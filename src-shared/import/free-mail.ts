/** Hosts at which anybody may have an address: what stands before the @ there says nothing about a company. */
const HOSTS = new Set(
  (
    'gmail.com googlemail.com outlook.com outlook.jp outlook.de outlook.fr hotmail.com hotmail.co.jp hotmail.co.uk ' +
    'hotmail.fr hotmail.de live.com live.jp live.co.uk msn.com yahoo.com yahoo.co.jp ymail.ne.jp yahoo.co.uk yahoo.fr ' +
    'yahoo.de ymail.com icloud.com me.com mac.com aol.com proton.me protonmail.com pm.me gmx.com gmx.de gmx.net web.de ' +
    't-online.de freenet.de mail.com mail.ru yandex.ru yandex.com qq.com 163.com 126.com sina.com foxmail.com naver.com ' +
    'hanmail.net daum.net orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it btinternet.com ' +
    'comcast.net verizon.net att.net sbcglobal.net cox.net fastmail.com zoho.com hey.com tutanota.com ' +
    'docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp ymobile.ne.jp nifty.com biglobe.ne.jp ocn.ne.jp ' +
    'so-net.ne.jp plala.or.jp dion.ne.jp infoseek.jp excite.co.jp rakuten.jp'
  ).split(' '),
);

/** `host` in lower case, as `readDomain` gives it. */
export function isFreeMail(host: string): boolean {
  return HOSTS.has(host);
}
