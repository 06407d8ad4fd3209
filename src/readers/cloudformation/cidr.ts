/** `Fn::Cidr`: parts of an IPv4 address block. */
import { type Node, numberOf, scalar } from '../../model/tree.js';
import type { Intrinsic } from './evaluation.js';
import { argumentsOf } from './lists.js';
import { knownText, missing, misused } from './text.js';

/** What CloudFormation allows. */
const mostBlocks = 256;

export const cidr: Intrinsic = (argument, call, e) => {
  const [block, count, hostBits] = argumentsOf(argument, 3).map((node) => e.evaluate(node, 'one'));
  if (!block || !count) return misused('Fn::Cidr', call.span);
  const parts = partsOf(knownText(block) ?? '', numberOf(count), hostBits === undefined ? 8 : numberOf(hostBits));
  if (!parts) return missing('Fn::Cidr', 'the parts of an address block that is not known', call.span);
  return { kind: 'list', items: parts.map((part): Node => scalar(part, call.span)), span: call.span };
};

function partsOf(block: string, count: number | undefined, hostBits: number | undefined): readonly string[] | undefined {
  const numbers = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(block)?.slice(1).map(Number);
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = numbers ?? [];
  if (!numbers || [a, b, c, d].some((octet) => octet > 255) || prefix > 32) return undefined;
  if (!Number.isInteger(count) || !Number.isInteger(hostBits) || count === undefined || hostBits === undefined) return undefined;
  const size = 2 ** hostBits;
  if (count < 1 || count > mostBlocks || hostBits < 1 || count * size > 2 ** (32 - prefix)) return undefined;
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const start = whole - (whole % 2 ** (32 - prefix));
  return Array.from({ length: count }, (_, i) => `${dotted(start + i * size)}/${32 - hostBits}`);
}

const dotted = (address: number): string => [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
