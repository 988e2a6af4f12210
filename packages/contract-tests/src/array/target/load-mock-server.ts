import type * as MockServer from '@powerstore-api/mock-server';
import { InputError } from '@powerstore-api/types';

/**
 * The simulator and the mock, which are installed only where somebody uses them.
 *
 * @throws InputError where the package is not installed.
 */
export async function loadMockServer(): Promise<typeof MockServer> {
  try {
    return await import('@powerstore-api/mock-server');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new InputError(
      'This needs the simulator, and @powerstore-api/mock-server is not installed. Install it, or name an array with --url or POWERSTORE_URL.',
    );
  }
}
