/** JSON, with all that a hostile text can do bounded: read strictly, numbers left as they are written. */
package wasmpay.harness.json;
