/** Events that a function fetches itself, for which its role needs permissions. */
import { get, itemsOf, type Node, stringOf } from '../../../model/tree.js';
import { allow } from '../build.js';

/** What a function must be allowed to do to fetch its events. */
export function eventStatements(written: Node): readonly Node[] {
  return itemsOf(get(written, 'events')).flatMap((event) => {
    const [queue, stream] = [get(event, 'sqs'), get(event, 'stream')];
    const target = get(queue, 'arn') ?? get(stream, 'arn') ?? queue ?? stream;
    if (!target) return [];
    const actions = queue ? queueActions : isKinesis(stream, target) ? kinesisActions : tableActions;
    return [allow(actions, [target], target.span)];
  });
}

const isKinesis = (stream: Node | undefined, target: Node): boolean =>
  stringOf(get(stream, 'type')) === 'kinesis' || (stringOf(target)?.includes(':kinesis:') ?? false);

const queueActions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const tableActions = ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream', 'dynamodb:ListStreams'];
const kinesisActions = [
  'kinesis:GetRecords',
  'kinesis:GetShardIterator',
  'kinesis:DescribeStream',
  'kinesis:DescribeStreamSummary',
  'kinesis:ListShards',
  'kinesis:ListStreams',
];
