/** How objects are called within a folder. */
import type { FilePath } from '../../model/span.js';
import { show, textOf } from '../../model/text.js';
import { dig } from '../../model/tree.js';
import type { KubernetesObject } from './objects.js';

/** `Kind/name` or `Kind/namespace/name`; what a template fills in stands in angle brackets, as does the part that the cluster generates. */
export function labelOf({ kind, body }: KubernetesObject): string {
  const field = (name: string): string | undefined => {
    const text = textOf(dig(body, 'metadata', name));
    return text && show(text);
  };
  const generated = field('generateName');
  const name = field('name') || (generated ? `${generated}<generated>` : '<unnamed>');
  const namespace = field('namespace');
  return [kind, ...(namespace ? [namespace] : []), name].join('/');
}

/**
 * Keeps labels of one folder apart: variants of an object that stand in several files (one per cluster), branches of a template. The first
 * keeps its plain label; the others are told by their file, and within it by their order.
 */
export class Labels {
  readonly #uses = new Map<string, number>();

  unique(label: string, path: FilePath): string {
    if (this.#use(label) === 1) return label;
    const inFile = `${label}@${path.slice(path.lastIndexOf('/') + 1)}`;
    const use = this.#use(inFile);
    return use === 1 ? inFile : `${inFile}:${use}`;
  }

  /** Counts the use of a label and gives how many there are now. */
  #use(label: string): number {
    const uses = (this.#uses.get(label) ?? 0) + 1;
    this.#uses.set(label, uses);
    return uses;
  }
}
