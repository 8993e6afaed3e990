import type {Expression} from "kysely";
import type {Priority, ServiceSettings} from "../settings.ts";
import {
  coalesce,
  compare,
  either,
  lower,
  matches,
  no,
  nothing,
  onlyWhen,
  text,
  trim,
  when,
  yes,
  type Value
} from "../sql.ts";

export const ticketActions = [
  "created",
  "public_reply",
  "internal_note",
  "customer_reply",
  "status",
  "priority",
  "assignee",
  "team",
  "other"
] as const;
export const ticketStates = ["new", "open", "waiting", "on_hold", "solved", "closed"] as const;
export const ticketPriorities = ["urgent", "high", "normal", "low"] as const;
export type TicketAction = (typeof ticketActions)[number];
export type TicketState = (typeof ticketStates)[number];

type Text = Expression<string | null>;

/** Whether a text is one of these words, whatever the case and the blanks around it. */
const isOneOf = (x: Text, words: readonly string[]) =>
  matches(coalesce(lower(trim(x)), text("")), `^(${words.join("|")})$`);
const literal = (word: string): string => word.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Words for what happened, as help desks write them; RE2, lower case. */
const events = {
  created: ["created?", "creation", "ticket created", "submitted", "创建", "新建", "提交", "创建工单", "新建工单"],
  customerReply: [
    "(customer|requester|user)[ _-]?(reply|comment|response|message)",
    "客户回复",
    "用户回复",
    "客户留言"
  ],
  agentReply: ["(agent|public)[ _-]?(reply|comment|response|message)", "first response", "客服回复", "公开回复"],
  reply: ["repl(y|ied)", "comment(ed)?", "respon(se|d|ded)", "message", "e?mail", "回复", "答复", "评论", "留言"],
  note: ["note", "(internal|private)[ _-]?(note|comment|reply)", "internal", "备注", "内部备注", "内部回复"],
  status: ["(ticket[ _-]?)?(status|state)([ _-]?changed?)?", "状态", "工单状态", "状态变更"],
  priority: ["priority([ _-]?changed?)?", "urgency", "severity", "优先级", "紧急程度"],
  assignee: [
    "assign(ee|ed|ment)?([ _-]?changed?)?",
    "reassigned",
    "owner",
    "agent",
    "处理人",
    "受理人",
    "分配",
    "指派",
    "转派"
  ],
  team: ["team", "group", "queue", "department", "escalat(e|ed|ion)", "小组", "技能组", "升级", "转组"]
} as const;

export const isEvent = (x: Text, kind: keyof typeof events) => isOneOf(x, events[kind]);

/** Words for a ticket that was put away without any service. */
const discarded = [
  "merged",
  "spam",
  "junk",
  "deleted",
  "duplicate",
  "已合并",
  "垃圾",
  "垃圾工单",
  "已删除",
  "重复"
] as const;

export const isDiscarded = (x: Text) => isOneOf(x, discarded);

/** Whether a name is a way to write that nobody has the ticket. */
export const isNobody = (x: Text) =>
  isOneOf(x, ["", "-", "n/?a", "nobody", "none", "null", "unassigned", "未分配", "无"]);

const states: {readonly [State in Exclude<TicketState, "waiting" | "on_hold">]: readonly string[]} = {
  solved: ["solved", "resolved", "done", "completed?", "fixed", "已解决", "已完成"],
  closed: ["closed", "cancel+ed", "archived", "已关闭", "关闭", "已取消", ...discarded],
  new: ["new", "新建", "待受理", "未受理", "待分配"],
  open: [
    "(re-?)?open(ed)?",
    "in[ _-]progress",
    "active",
    "working",
    "处理中",
    "进行中",
    "待处理",
    "已受理",
    "重开",
    "重新打开"
  ]
};

/** The state that a help desk's word means; what the configuration names as waiting or on hold goes first; null where no word is known. */
export const stateOf = (x: Text, {waitingStatuses, holdStatuses}: ServiceSettings): Value<TicketState | null> =>
  chosen(x, [
    ["waiting", waitingStatuses.map(literal)],
    ["on_hold", holdStatuses.map(literal)],
    ...(Object.entries(states) as [TicketState, readonly string[]][])
  ]);

const usualPriorities: {readonly [Level in Priority]: readonly string[]} = {
  urgent: ["urgent", "critical", "blocker", "highest", "emergency", "p[01]", "紧急", "特急", "非常紧急", "最高"],
  high: ["high", "important", "p2", "高", "重要"],
  normal: ["normal", "medium", "moderate", "standard", "p3", "普通", "中", "一般", "正常"],
  low: ["low", "lowest", "minor", "trivial", "p[45]", "低", "最低"]
};

/** The priority that a help desk's word means; the company's own words go first; null where no word is known. */
export const priorityOf = (x: Text, {priorities}: ServiceSettings): Value<Priority | null> =>
  chosen(x, [
    ...ticketPriorities.map((level) => [level, (priorities[level] ?? []).map(literal)] as const),
    ...ticketPriorities.map((level) => [level, usualPriorities[level]] as const)
  ]);

/** The first name one of whose words a text is. */
function chosen<Name extends string>(
  x: Text,
  lists: readonly (readonly [Name, readonly string[]])[]
): Value<Name | null> {
  return cases(
    lists.filter(([, words]) => words.length).map(([name, words]) => [isOneOf(x, words), text(name)] as const)
  );
}

/** The value of the first condition that holds, null where none does. */
export const cases = <T>(pairs: readonly (readonly [Expression<boolean>, Expression<T>])[]): Value<T | null> =>
  pairs.reduceRight<Value<T | null>>(
    (otherwise, [condition, value]) => when(condition, value, otherwise) as Value<T | null>,
    nothing<T>("varchar")
  );

/** Whether a state ends a ticket; null where there is none. */
export const hasEnded = (state: Expression<TicketState | null>) =>
  either(compare(state, "=", text("solved")), compare(state, "=", text("closed")));

const verdicts = {
  good: [
    "good([ _-]?with[ _-]?comment)?",
    "(very |extremely )?(satisfied|happy)",
    "positive",
    "great",
    "满意",
    "非常满意",
    "很满意",
    "好评"
  ],
  bad: [
    "bad([ _-]?with[ _-]?comment)?",
    "(very |extremely )?(un|dis)(satisfied|happy)",
    "negative",
    "poor",
    "不满意",
    "非常不满意",
    "差评"
  ]
} as const;

/** Whether a verdict on the service is a good one; null where none is given or nobody knows the word. */
export const isSatisfied = (x: Text): Value<boolean | null> =>
  when(isOneOf(x, verdicts.good), yes, onlyWhen(isOneOf(x, verdicts.bad), no));
