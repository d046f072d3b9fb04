package dev.onbehalf.token.kerberos;

import dev.onbehalf.token.jose.InvalidTokenException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key of the type aes256-cts-hmac-sha1-96 (RFC 3962), with all that is derived from it. */
final class KerberosKey {
  /** Its number as an encryption type and that of its checksums (RFC 3962 section 7). */
  static final int ENCRYPTION_TYPE = 18;

  static final int CHECKSUM_TYPE = 16;
  static final int CHECKSUM_LENGTH = 12;

  private static final int LENGTH = 32;
  private static final int BLOCK = 16;
  // RFC 3961 section 5.3: what the three derived keys are for
  private static final int CHECKSUM = 0x99;
  private static final int ENCRYPTION = 0xAA;
  private static final int INTEGRITY = 0x55;

  private final byte[] key;
  private final Map<Integer, byte[]> derived = new ConcurrentHashMap<>();

  KerberosKey(byte[] key) {
    if (key.length != LENGTH) {
      throw new IllegalArgumentException(
          "expected a key of %d bytes, found %d".formatted(LENGTH, key.length));
    }
    this.key = key.clone();
  }

  static KerberosKey generate(SecureRandom random) {
    byte[] key = new byte[LENGTH];
    random.nextBytes(key);
    return new KerberosKey(key);
  }

  byte[] bytes() {
    return key.clone();
  }

  /** Encrypts for the use (RFC 3961 section 5.3): a block of random bytes first, a MAC last. */
  byte[] encrypt(int usage, byte[] plain, SecureRandom random) {
    byte[] confounded = new byte[BLOCK + plain.length];
    byte[] confounder = new byte[BLOCK];
    random.nextBytes(confounder);
    System.arraycopy(confounder, 0, confounded, 0, BLOCK);
    System.arraycopy(plain, 0, confounded, BLOCK, plain.length);
    byte[] encrypted = crypt(Cipher.ENCRYPT_MODE, usage, confounded);
    byte[] sealed = Arrays.copyOf(encrypted, encrypted.length + CHECKSUM_LENGTH);
    System.arraycopy(
        mac(derived(usage, INTEGRITY), confounded), 0, sealed, encrypted.length, CHECKSUM_LENGTH);
    return sealed;
  }

  /**
   * Decrypts what was encrypted for the use.
   *
   * @throws InvalidTokenException when it wasn't encrypted with this key, or was changed
   */
  byte[] decrypt(int usage, byte[] sealed) throws InvalidTokenException {
    int length = sealed.length - CHECKSUM_LENGTH;
    if (length > BLOCK) {
      byte[] confounded = crypt(Cipher.DECRYPT_MODE, usage, Arrays.copyOf(sealed, length));
      byte[] found = Arrays.copyOfRange(sealed, length, sealed.length);
      if (MessageDigest.isEqual(mac(derived(usage, INTEGRITY), confounded), found)) {
        return Arrays.copyOfRange(confounded, BLOCK, length);
      }
    }
    throw new InvalidTokenException("expected a ticket under the key of its service");
  }

  /** The keyed checksum for the use (RFC 3961 section 5.4). */
  byte[] checksum(int usage, byte[] message) {
    return mac(derived(usage, CHECKSUM), message);
  }

  private byte[] crypt(int mode, int usage, byte[] message) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTS/NoPadding");
      SecretKeySpec derivedKey = new SecretKeySpec(derived(usage, ENCRYPTION), "AES");
      cipher.init(mode, derivedKey, new IvParameterSpec(new byte[BLOCK]));
      return cipher.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no AES with ciphertext stealing", e);
    }
  }

  private static byte[] mac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return Arrays.copyOf(mac.doFinal(message), CHECKSUM_LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no HMAC with SHA-1", e);
    }
  }

  private byte[] derived(int usage, int purpose) {
    return derived.computeIfAbsent(usage << 8 | purpose, any -> derive(usage, purpose));
  }

  // RFC 3961 section 5.1: DR, whose output is the key as it is (RFC 3962 section 6)
  private byte[] derive(int usage, int purpose) {
    byte[] constant = {
      (byte) (usage >> 24), (byte) (usage >> 16), (byte) (usage >> 8), (byte) usage, (byte) purpose
    };
    byte[] first = block(folded(constant));
    byte[] all = Arrays.copyOf(first, LENGTH);
    System.arraycopy(block(first), 0, all, BLOCK, LENGTH - BLOCK);
    return all;
  }

  private byte[] block(byte[] plain) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[BLOCK]));
      return cipher.doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no AES", e);
    }
  }

  /**
   * The bytes folded to one block (RFC 3961 section 5.1, n-fold): copies, each rotated to the right
   * by 13 bits more, are added in one's complement.
   */
  static byte[] folded(byte[] input) {
    int bits = input.length * 8;
    int[] sums = new int[BLOCK];
    for (int i = 0; i < leastCommonMultiple(input.length, BLOCK); i++) {
      int rotation = 13 * (i / input.length) % bits;
      sums[i % BLOCK] += byteAt(input, Math.floorMod(i % input.length * 8 - rotation, bits));
    }
    return withCarries(sums);
  }

  private static int byteAt(byte[] input, int bit) {
    int high = input[bit / 8] & 0xFF;
    int low = input[(bit / 8 + 1) % input.length] & 0xFF;
    return (high << 8 | low) >> (8 - bit % 8) & 0xFF;
  }

  private static int leastCommonMultiple(int one, int other) {
    int multiple = one;
    while (multiple % other != 0) {
      multiple += one;
    }
    return multiple;
  }

  private static byte[] withCarries(int[] sums) {
    int carry = 0;
    for (int i = 2 * sums.length - 1; i >= 0; i--) {
      int place = i % sums.length;
      int sum = sums[place] + carry;
      sums[place] = sum & 0xFF;
      carry = sum >> 8;
    }
    byte[] folded = new byte[sums.length];
    for (int i = 0; i < sums.length; i++) {
      folded[i] = (byte) sums[i];
    }
    return folded;
  }
}
