/**
 * Component values as plain Java values.
 *
 * <table>
 * <caption>What each type is in Java</caption>
 * <tr><th>component type</th><th>given by Belay</th><th>also taken</th></tr>
 * <tr><td>bool</td><td>Boolean</td><td></td></tr>
 * <tr><td>s8, u8, s16, u16, s32</td><td>Integer</td><td>any integral Number in range</td></tr>
 * <tr><td>u32, s64</td><td>Long</td><td>any integral Number in range</td></tr>
 * <tr><td>u64</td><td>Long, the bits (Long.toUnsignedString prints it)</td><td>any integral Number in range</td></tr>
 * <tr><td>f32, f64</td><td>Float, Double</td><td>Float for f64</td></tr>
 * <tr><td>char</td><td>Integer, a Unicode scalar value</td><td>Character</td></tr>
 * <tr><td>string</td><td>String</td><td></td></tr>
 * <tr><td>list&lt;u8&gt;</td><td>byte[]</td><td>List</td></tr>
 * <tr><td>list, fixed-length list, tuple</td><td>List</td><td></td></tr>
 * <tr><td>map</td><td>Map, in order</td><td></td></tr>
 * <tr><td>record</td><td>{@link dev.belay.runtime.value.RecordValue}</td><td>Map by label, a Java record</td></tr>
 * <tr><td>variant</td><td>{@link dev.belay.runtime.value.VariantValue}</td><td></td></tr>
 * <tr><td>enum</td><td>String, the label</td><td>a Java enum constant</td></tr>
 * <tr><td>flags</td><td>Set of String, the labels that are set, in order</td><td></td></tr>
 * <tr><td>option</td><td>Optional</td><td></td></tr>
 * <tr><td>result</td><td>{@link dev.belay.runtime.value.ResultValue}</td><td></td></tr>
 * <tr><td>own, borrow of a host resource</td><td>the host's own Java object</td><td></td></tr>
 * <tr><td>own, borrow of a guest resource</td><td>{@link dev.belay.runtime.value.ResourceHandle}</td><td></td></tr>
 * </table>
 */
@NullMarked
package dev.belay.runtime.value;

import org.jspecify.annotations.NullMarked;
