/** What a rule over a Document is. */
import type {RuleId} from '../diagnostic.ts'
import type {Document, Node} from '../document/nodes.ts'

/** What rules look at: a document, and all its nodes in reading order. */
export interface Checked {
  document: Document
  nodes: readonly Node[]
}

export interface Rule {
  /** Its id in diagnostic.ts, which holds its severity and its help. */
  name: RuleId
  /** What holds for a sound document, in one sentence. */
  summary: string
  run(checked: Checked, report: RuleReport): void
}

/** Report a problem at a node. */
export type RuleReport = (reason: string, node: Node, note?: string) => void

/** Define a rule. */
export function defineRule(rule: Rule): Rule {
  return rule
}
