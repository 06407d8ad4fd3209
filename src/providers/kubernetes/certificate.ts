import { literal, type Text, text } from '../../model/text.js';
import { defineEntity } from '../entity.js';
import { inNamespace, metadata, namespaceAttribute, namespacedHandles, namespacedName, namespaceOf, starred, tagsOf } from './object.js';

/** What cert-manager takes when the file does not say. */
const usualDuration = '2160h';

/** A certificate that cert-manager keeps renewed. */
export const certificate = defineEntity({
  id: 'kubernetes.certificate',
  title: 'Certificates of cert-manager',
  spelled: {
    kubernetes: {
      type: 'cert-manager.io/Certificate',
      fields: {
        ...metadata,
        duration: 'spec.duration',
        renewBefore: 'spec.renewBefore',
        secret: 'spec.secretName',
        issuerKind: 'spec.issuerRef.kind',
        issuer: 'spec.issuerRef.name',
      },
    },
  },
  means(r, say) {
    const issuer = r.text('issuer');
    const kind = literal(r.text('issuerKind')) ?? 'Issuer';
    const name = literal(issuer);
    say.subject({
      category: 'identity',
      kind: 'certificate',
      name: namespacedName(r),
      handles: namespacedHandles(r, 'Certificate'),
      tags: tagsOf(r),
      attributes: {
        namespace: namespaceAttribute(r),
        ...(issuer && {
          issuer:
            name === undefined
              ? { value: undefined, why: 'the issuer is a template', span: issuer.span }
              : { value: `${kind}/${name}`, span: issuer.span },
        }),
      },
    });
    const duration = r.text('duration') ?? text(usualDuration, r.head);
    const days = renewalDays(duration, r.text('renewBefore'));
    say.credential({
      kind: 'certificate',
      name: 'certificate',
      origin: 'generated',
      lifetime: 'expiring',
      expires: duration,
      rotatedBy: 'cert-manager',
      ...(days !== undefined && { rotationDays: days }),
      span: duration.span,
    });
    const secret = r.end('secret', (secretName) => [inNamespace('Secret', starred(namespaceOf(r)), secretName)]);
    if (secret) say.link('uses', secret, 'spec.secretName', secret.name.span);
  },
});

/** Without another word, the last third of its life. */
function renewalDays(duration: Text, renewBefore: Text | undefined): number | undefined {
  const life = hoursOf(duration);
  const before = renewBefore ? hoursOf(renewBefore) : life && life / 3;
  return life === undefined || before === undefined ? undefined : Math.floor((life - before) / 24);
}

/** Whole hours of `2160h` or `2160h30m0s`. */
function hoursOf(duration: Text): number | undefined {
  const hours = /^(\d{1,7})h/.exec(literal(duration) ?? '')?.[1];
  return hours === undefined ? undefined : Number(hours);
}
