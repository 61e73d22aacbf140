// How the page writes moments: the clock under a message, the line between two days.

const clock = new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const thisYear = new Intl.DateTimeFormat("zh-CN", { month: "long", day: "numeric", weekday: "long" });
const otherYear = new Intl.DateTimeFormat("zh-CN", { year: "numeric", month: "long", day: "numeric" });

/** 09:05 */
export function clockTime(milliseconds) {
  return clock.format(milliseconds);
}

/** A key that two moments of one day share. */
export function dayKey(milliseconds) {
  return new Date(milliseconds).toDateString();
}

/** 今天, 昨天, 11月20日星期五, 2025年12月31日 */
export function dayName(milliseconds, now = Date.now()) {
  const day = new Date(milliseconds);
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (dayKey(milliseconds) === dayKey(now)) return "今天";
  if (dayKey(milliseconds) === yesterday.toDateString()) return "昨天";
  return (day.getFullYear() === new Date(now).getFullYear() ? thisYear : otherYear).format(day);
}
