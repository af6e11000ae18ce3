/** Notices that another server of the replica set has become its primary: what was read of the old one may never have been. */
import type { MongoClient, TopologyDescriptionChangedEvent } from 'mongodb';

function primaryIn({ newDescription: { servers } }: TopologyDescriptionChangedEvent): string | undefined {
  for (const { address, electionId, type } of servers.values())
    if (type === 'RSPrimary') return `${address} ${electionId}`;
  return undefined;
}

/** Calls `onNew` each time; answers a function that ends it. */
export function watchPrimary(client: MongoClient, onNew: () => void): () => void {
  let known: string | undefined;
  const look = (event: TopologyDescriptionChangedEvent) => {
    const primary = primaryIn(event);
    if (primary === undefined) return;
    if (known !== undefined && known !== primary) onNew();
    known = primary;
  };
  client.on('topologyDescriptionChanged', look);
  return () => client.off('topologyDescriptionChanged', look);
}
