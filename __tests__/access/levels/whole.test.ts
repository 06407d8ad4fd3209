import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '../../../src/access/catalogue/load.js';
import type { Catalogue } from '../../../src/access/catalogue.js';
import { wholeServicesOf } from '../../../src/access/levels/whole.js';
import { t } from '../make.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue();
});

const whole = (arn: string) => {
  const name = t(arn);
  return wholeServicesOf({ name, handles: [], role: 'give', via: 'test', span: name.span }, catalogue);
};

describe('services of which a policy of AWS gives everything', () => {
  it.each([
    ['AdministratorAccess', ['*']],
    ['PowerUserAccess', ['most']],
    ['IAMFullAccess', ['iam']],
    ['AWSCodeBuildAdminAccess', ['codebuild']],
    ['job-function/ViewOnlyAccess', []],
    ['service-role/AWSLambdaBasicExecutionRole', []],
  ])('%s', (name, services) => {
    expect(whole(`arn:aws:iam::aws:policy/${name}`)).toEqual(services);
  });

  it('are not known of anybody else’s', () => {
    expect(whole('arn:aws:iam::111122223333:policy/AdministratorAccess')).toBeUndefined();
  });
});
