// The host permissions the browser has given, as they change; null until the browser has said. The
// permissions API is passed in by the page.
import { useEffect, useState } from 'preact/hooks';

interface Changes {
  addListener(listener: () => void): void;
  removeListener(listener: () => void): void;
}

export interface PermissionsApi {
  getAll(): Promise<{ origins?: string[] | undefined }>;
  onAdded: Changes;
  onRemoved: Changes;
}

export function useOrigins(permissions: PermissionsApi): string[] | null {
  const [origins, setOrigins] = useState<string[] | null>(null);
  useEffect(() => {
    const read = () => void permissions.getAll().then((all) => setOrigins(all.origins ?? []));
    read();
    permissions.onAdded.addListener(read);
    permissions.onRemoved.addListener(read);
    return () => {
      permissions.onAdded.removeListener(read);
      permissions.onRemoved.removeListener(read);
    };
  }, [permissions]);
  return origins;
}
