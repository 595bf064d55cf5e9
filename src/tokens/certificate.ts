/** A certificate that vouches for itself (RFC 5280 section 4.1): what a sender puts into `x5c` who has no other. */
import { createPublicKey, type KeyObject, sign } from 'node:crypto';

const DAY = 86_400_000;
/** sha256WithRSAEncryption (RFC 4055 section 5) and ecdsa-with-SHA256 (RFC 5758 section 3.2), as DER. */
const WITH_RSA = Buffer.from('300d06092a864886f70d01010b0500', 'hex');
const WITH_EC = Buffer.from('300a06082a8648ce3d040302', 'hex');
/** commonName (RFC 5280, appendix A.1). */
const COMMON_NAME = Buffer.from('0603550403', 'hex');

/**
 * @param key private key, RSA or EC; its public half is what the certificate holds
 * @returns DER; good from yesterday to tomorrow
 */
export function selfSigned(key: KeyObject): Buffer {
  const algorithm = key.asymmetricKeyType === 'ec' ? WITH_EC : WITH_RSA;
  const name = sequence(tlv(0x31, sequence(COMMON_NAME, tlv(0x0c, Buffer.from('elsewhere.invalid')))));
  const now = Date.now();
  const body = sequence(
    // version 3
    tlv(0xa0, Buffer.from('020102', 'hex')),
    tlv(0x02, Buffer.from([1])),
    algorithm,
    name,
    sequence(utcTime(now - DAY), utcTime(now + DAY)),
    name,
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
  );
  // The first byte of a bit string counts the bits that are not used.
  return sequence(body, algorithm, tlv(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, key)])));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tlv(0x30, Buffer.concat(parts));
}

/** Tag, length, value (X.690 section 8.1). */
function tlv(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

function utcTime(milliseconds: number): Buffer {
  const text = new Date(milliseconds).toISOString().replace(/[-:T]|\.\d+/g, '');
  return tlv(0x17, Buffer.from(text.slice(2)));
}
