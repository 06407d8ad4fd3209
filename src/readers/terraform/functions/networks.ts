/** `cidr…`: addresses of networks, of both versions, as whole numbers. */
import type { Span } from '../../../model/span.js';
import { list, type Node, scalar } from '../../../model/tree.js';
import { failed } from '../nodes.js';
import { type FunctionTable, numberArg, textArg } from './function.js';

interface Network {
  readonly first: bigint;
  readonly length: number;
  /** 32 or 128. */
  readonly bits: number;
}

function networkArg(node: Node | undefined): Network | undefined {
  const [, address, written] = /^([0-9A-Fa-f.:]{2,45})\/(\d{1,3})$/.exec(textArg(node) ?? '') ?? [];
  if (address === undefined) return undefined;
  const bits = address.includes(':') ? 128 : 32;
  const value = bits === 32 ? fromDotted(address) : fromColons(address);
  const length = Number(written);
  if (value === undefined || length > bits) return undefined;
  const host = BigInt(bits - length);
  return { first: (value >> host) << host, length, bits };
}

const join = (parts: readonly number[], width: bigint): bigint => parts.reduce((sum, part) => (sum << width) | BigInt(part), 0n);

function fromDotted(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((p) => /^(?:0|[1-9]\d{0,2})$/.test(p) && Number(p) < 256)) return undefined;
  return join(parts.map(Number), 8n);
}

function fromColons(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || text.includes('.')) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const parts = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  return parts.every((p) => /^[0-9A-Fa-f]{1,4}$/.test(p))
    ? join(
        parts.map((p) => Number.parseInt(p, 16)),
        16n,
      )
    : undefined;
}

function addressText(value: bigint, bits: number): string {
  const [count, width] = bits === 32 ? [4, 8n] : [8, 16n];
  const parts = Array.from({ length: count }, (_, i) => Number((value >> (width * BigInt(count - 1 - i))) & ((1n << width) - 1n)));
  return bits === 32 ? parts.join('.') : colons(parts);
}

/** The longest run of zeros, if it is longer than one, is left out. */
function colons(parts: readonly number[]): string {
  const words = parts.map((p) => p.toString(16));
  let best = { start: 0, length: 1 };
  for (let start = 0; start < 8; start++) {
    const end = parts.findIndex((p, i) => i >= start && p !== 0);
    const length = (end < 0 ? 8 : end) - start;
    if (length > best.length) best = { start, length };
  }
  if (best.length < 2) return words.join(':');
  return `${words.slice(0, best.start).join(':')}::${words.slice(best.start + best.length).join(':')}`;
}

const networkText = ({ first, length, bits }: Network): string => `${addressText(first, bits)}/${length}`;
const refuse = (name: string, at: Span): Node => failed(`${name}(…)`, `the arguments of ${name} do not fit one another`, at);

/** The nth network of a length below another. */
function below({ first, length, bits }: Network, more: number, number: bigint): Network | undefined {
  const longer = length + more;
  if (longer > bits || number < 0n || number >= 1n << BigInt(more)) return undefined;
  return { first: first | (number << BigInt(bits - longer)), length: longer, bits };
}

function cidrsubnet([node, more, number]: readonly Node[], at: Span): Node | undefined {
  const network = networkArg(node);
  const [bits, index] = [numberArg(more), numberArg(number)];
  if (!network || bits === undefined || index === undefined || !Number.isInteger(bits) || !Number.isInteger(index) || bits < 0)
    return undefined;
  const subnet = below(network, bits, BigInt(index));
  return subnet ? scalar(networkText(subnet), at) : refuse('cidrsubnet', at);
}

/** One after the other, each at the next place where a network of its length may begin. */
function cidrsubnets([node, ...lengths]: readonly Node[], at: Span): Node | undefined {
  const network = networkArg(node);
  if (!network) return undefined;
  const found: Node[] = [];
  const end = network.first + (1n << BigInt(network.bits - network.length));
  let next = network.first;
  for (const length of lengths) {
    const more = numberArg(length);
    if (more === undefined || !Number.isInteger(more) || more < 1) return undefined;
    if (network.length + more > network.bits) return refuse('cidrsubnets', at);
    const size = 1n << BigInt(network.bits - network.length - more);
    const first = ((next + size - 1n) / size) * size;
    if (first + size > end) return refuse('cidrsubnets', at);
    found.push(scalar(networkText({ first, length: network.length + more, bits: network.bits }), at));
    next = first + size;
  }
  return list(found, at);
}

/** Numbers below zero count from the end. */
function cidrhost([node, number]: readonly Node[], at: Span): Node | undefined {
  const network = networkArg(node);
  const index = numberArg(number);
  if (!network || index === undefined || !Number.isSafeInteger(index)) return undefined;
  const size = 1n << BigInt(network.bits - network.length);
  const host = index < 0 ? size + BigInt(index) : BigInt(index);
  if (host < 0n || host >= size) return refuse('cidrhost', at);
  return scalar(addressText(network.first + host, network.bits), at);
}

function cidrnetmask([node]: readonly Node[], at: Span): Node | undefined {
  const network = networkArg(node);
  if (!network) return undefined;
  if (network.bits !== 32) return refuse('cidrnetmask', at);
  const host = BigInt(32 - network.length);
  return scalar(addressText(((1n << 32n) - 1n) & ~((1n << host) - 1n), 32), at);
}

export const networkFunctions: FunctionTable = { cidrhost, cidrnetmask, cidrsubnet, cidrsubnets };
