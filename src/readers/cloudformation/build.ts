/** Nodes that stand for what a macro or a framework writes on the author's behalf; they stand where the author asked for it. */
import type { Span } from '../../model/span.js';
import { type Entry, type ListNode, list, type MapNode, map, type Node, type ScalarNode, scalar } from '../../model/tree.js';

/** Fields of a map; those that are undefined are left out. */
export type Fields = Readonly<Record<string, Node | undefined>>;

export const record = (fields: Fields, at: Span): MapNode =>
  map(
    Object.entries(fields).flatMap(([name, value]): Entry[] => (value ? [{ key: scalar(name, at), value }] : [])),
    at,
  );

export const listOf = (items: readonly Node[], at: Span): ListNode => list(items, at);

export const word = (value: string, at: Span): ScalarNode => scalar(value, at);

/** A policy document with these statements. */
export const document = (statements: readonly Node[], at: Span): MapNode => record({ Statement: listOf(statements, at) }, at);

/** A statement that allows. */
export function allow(actions: readonly string[], resources: readonly Node[], at: Span, condition?: Node): MapNode {
  const words = actions.map((action) => word(action, at));
  return record({ Effect: word('Allow', at), Action: listOf(words, at), Resource: listOf(resources, at), Condition: condition }, at);
}

/** The document by which a service may take a role on. */
export const serviceTrust = (service: string, at: Span): MapNode =>
  document(
    [record({ Effect: word('Allow', at), Action: word('sts:AssumeRole', at), Principal: record({ Service: word(service, at) }, at) }, at)],
    at,
  );
