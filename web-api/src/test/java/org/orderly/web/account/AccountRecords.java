package org.orderly.web.account;

import java.util.Map;

/** The bodies of this room that the API's description has schemas for. */
public final class AccountRecords {

  public static final Map<String, Class<? extends Record>> ALL =
      Map.ofEntries(
          Map.entry("RegisterRequest", AuthResource.RegisterRequest.class),
          Map.entry("AddressRequest", MailedLinksResource.AddressRequest.class),
          Map.entry("TokenRequest", MailedLinksResource.TokenRequest.class),
          Map.entry("ResetRequest", MailedLinksResource.ResetRequest.class),
          Map.entry("PasswordRequest", OwnAccountResource.PasswordRequest.class),
          Map.entry("ProfileRequest", OwnAccountResource.ProfileRequest.class),
          Map.entry("EmailRequest", OwnAccountResource.EmailRequest.class),
          Map.entry("ErasureRequest", OwnAccountResource.ErasureRequest.class),
          Map.entry("ConsentRequest", OwnAccountResource.ConsentRequest.class),
          Map.entry("AddressEntry", AddressesResource.AddressEntry.class),
          Map.entry("UserImportRequest", AdminUsersResource.UserImportRequest.class),
          Map.entry("LoginRequest", AuthResource.LoginRequest.class),
          Map.entry("RefreshRequest", AuthResource.RefreshRequest.class),
          Map.entry("Provider", OidcResource.ProviderView.class),
          Map.entry("ProviderCodeRequest", OidcResource.CodeRequest.class),
          Map.entry("RolesRequest", UsersResource.RolesRequest.class),
          Map.entry("ConfirmSecondFactorRequest", SecondFactorResource.ConfirmRequest.class),
          Map.entry("RemoveSecondFactorRequest", SecondFactorResource.RemoveRequest.class));

  private AccountRecords() {}
}
